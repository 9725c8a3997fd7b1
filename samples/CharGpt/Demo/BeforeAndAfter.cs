using CharGptSample.Data;

namespace CharGptSample.Demo;

/// <summary>One domain as the base model sees it, and as the fine-tuned one does.</summary>
public sealed record BeforeAndAfter(Corpus Domain, Measurement Before, Measurement After);
