namespace CharGptSample;

/// <summary>Something the person at the keyboard can put right: its message is all that is shown.</summary>
public sealed class SampleException(string message, Exception? inner = null) : Exception(message, inner);
