namespace Declarative;

// Reading and writing.
public sealed partial class AdapterSet
{
    /// <summary>Attaches the adapters and reads their values from a directory written by <see cref="SavePretrained"/> or Hugging Face PEFT.</summary>
    /// <param name="model">The base model, its classes annotated as they were when the checkpoint was made.</param>
    /// <param name="directory">Holds <c>adapter_config.json</c> and <c>adapter_model.safetensors</c>.</param>
    /// <param name="name">The <c>Name</c> of the attributes; <see langword="null"/> (the default) for all of them.</param>
    /// <param name="verifyBase">Whether to compare the base model with the fingerprint in a checkpoint of <see cref="SavePretrained"/>. Default: yes.</param>
    /// <exception cref="AdapterCheckpointException">The checkpoint is not of these adapters; the message lists every difference. Nothing is changed.</exception>
    /// <exception cref="SafetensorsException">The tensor file is damaged. Nothing is changed.</exception>
    /// <exception cref="AdapterException">The adapters cannot be attached. Nothing is changed.</exception>
    public static AdapterSet LoadPretrained(nn.Module model, string directory, string? name = null, bool verifyBase = true)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(directory);
        var set = new AdapterSet(model, name);
        try
        {
            set.Load(directory, verifyBase);
            set.Settle();
            return set;
        }
        catch
        {
            set.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Writes <c>adapter_config.json</c> and <c>adapter_model.safetensors</c> as Hugging Face PEFT has them. Each file is
    /// written beside and renamed, so that at any moment the old or the new one is there, whole.
    /// </summary>
    /// <param name="directory">Made where it does not exist.</param>
    /// <param name="asPlainLora">
    /// Whether adapters that started from PiSSA or OLoRA are written as ordinary LoRA adapters of twice the rank, which fit the base
    /// model as it was. Others are written as they are. Default: no.
    /// </param>
    /// <exception cref="AdapterException">
    /// The adapters are disabled, one checkpoint cannot hold them all, or <paramref name="asPlainLora"/> is asked of a method not built on LoRA.
    /// </exception>
    /// <exception cref="IOException">The disk is full or cannot be written; the files that were there are untouched.</exception>
    public void SavePretrained(string directory, bool asPlainLora = false)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ThrowIfDisposed();
        ThrowIfDisabled("Saving");
        PeftCheckpoint.Save(this, directory, asPlainLora);
    }

    /// <summary>Reads the adapters' values from a directory written by <see cref="SavePretrained"/> or Hugging Face PEFT.</summary>
    /// <param name="directory">Holds <c>adapter_config.json</c> and <c>adapter_model.safetensors</c>.</param>
    /// <param name="verifyBase">Whether to compare the base model with the fingerprint in a checkpoint of <see cref="SavePretrained"/>. Default: yes.</param>
    /// <exception cref="AdapterCheckpointException">The checkpoint is not of these adapters; the message lists every difference. Nothing is changed.</exception>
    /// <exception cref="SafetensorsException">The tensor file is damaged. Nothing is changed.</exception>
    public void Load(string directory, bool verifyBase = true)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ThrowIfDisposed();
        ThrowIfDisabled("Loading");
        if (merged)
            throw new AdapterException("The adapters are merged; call Unmerge() before loading others.");
        PeftCheckpoint.Load(this, directory, verifyBase);
    }
}
