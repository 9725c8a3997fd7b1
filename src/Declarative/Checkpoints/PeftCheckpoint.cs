namespace Declarative;

/// <summary>Reads and writes adapters as Hugging Face PEFT has them on disk.</summary>
internal static class PeftCheckpoint
{
    public static void Save(AdapterSet set, string directory) => throw new NotImplementedException();

    public static void Load(AdapterSet set, string directory) => throw new NotImplementedException();
}
