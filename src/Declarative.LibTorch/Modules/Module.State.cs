using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters and persistent buffers by their dotted paths.</summary>
            /// <param name="destination">The dictionary to add to, or null for a new one; keys it has are kept.</param>
            /// <param name="prefix">What to put before the paths, or null.</param>
            /// <returns>The dictionary; the tensors are the module's own.</returns>
            public virtual Dictionary<string, Tensor> state_dict(
                Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= new Dictionary<string, Tensor>();
                string Key(string path) => string.IsNullOrEmpty(prefix) ? path : $"{prefix}.{path}";

                foreach (var (path, parameter) in named_parameters()) destination.TryAdd(Key(path), parameter);
                foreach (var (path, buffer) in named_buffers(include_nonpersistent: false)) destination.TryAdd(Key(path), buffer);
                foreach (var (path, child) in _internal_submodules) child.state_dict(destination, Key(path));
                return destination;
            }

            /// <summary>Copies values into the parameters and buffers. A smaller shape is broadcast without a word.</summary>
            /// <param name="source">The values by dotted path.</param>
            /// <param name="strict">Whether the keys must be exactly the module's.</param>
            /// <param name="skip">Keys to leave out on both sides.</param>
            /// <returns>The module's keys that the source lacks, and the source's that the module lacks.</returns>
            /// <exception cref="InvalidOperationException">The keys differ and <paramref name="strict"/> is true.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                skip ??= Array.Empty<string>();
                var own = state_dict();
                var unexpected = source.Keys.Where(key => !skip.Contains(key) && !own.ContainsKey(key)).ToList();
                var missing = own.Keys.Where(key => !skip.Contains(key) && !source.ContainsKey(key)).ToList();
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                    throw new InvalidOperationException("The loaded state_dict is not identical to the target dictionary.");

                using var _ = no_grad();
                foreach (var (key, value) in source)
                {
                    if (!skip.Contains(key) && own.TryGetValue(key, out var target)) target.copy_(value);
                }
                return (missing, unexpected);
            }

            /// <summary>Saves the state dictionary to a file, in TorchSharp's format.</summary>
            /// <param name="location">The file; it is overwritten.</param>
            /// <param name="skip">Keys to leave out.</param>
            /// <returns>This module.</returns>
            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            /// <summary>Saves the state dictionary, in TorchSharp's format.</summary>
            /// <param name="writer">Where to write.</param>
            /// <param name="skip">Keys to leave out.</param>
            /// <returns>This module.</returns>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Saves the state dictionary, in TorchSharp's format, and closes the stream.</summary>
            /// <param name="stream">Where to write.</param>
            /// <param name="skip">Keys to leave out.</param>
            /// <returns>This module.</returns>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <summary>
            /// Writes a state dictionary in TorchSharp's format: the number of entries (LEB128), then each key (length
            /// prefixed) and tensor (element type, rank, sizes as LEB128, then the elements).
            /// </summary>
            /// <param name="writer">Where to write.</param>
            /// <param name="sd">The state dictionary.</param>
            /// <param name="skip">Keys to leave out.</param>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var entries = sd.Where(entry => skip is null || !skip.Contains(entry.Key)).ToList();
                writer.Encode(entries.Count);
                foreach (var (key, tensor) in entries)
                {
                    writer.Write(key);
                    tensor.Save(writer);
                }
            }

            /// <summary>Loads a file that <see cref="save(string, IList{string}?)"/> wrote.</summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether its keys must be exactly the module's.</param>
            /// <param name="skip">Keys to read past.</param>
            /// <param name="loadedParameters">Gets each key of the file and whether the module has it.</param>
            /// <returns>This module.</returns>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="ArgumentException">The keys differ and <paramref name="strict"/> is true.</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                if (!File.Exists(location)) throw new FileNotFoundException(location);
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            /// <summary>Loads what <see cref="save(BinaryWriter, IList{string}?)"/> wrote.</summary>
            /// <param name="reader">Where to read.</param>
            /// <param name="strict">Whether the keys must be exactly the module's.</param>
            /// <param name="skip">Keys to read past.</param>
            /// <param name="loadedParameters">Gets each key read and whether the module has it.</param>
            /// <returns>This module.</returns>
            /// <exception cref="ArgumentException">The keys differ and <paramref name="strict"/> is true.</exception>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                skip ??= Array.Empty<string>();
                var (deviceType, deviceIndex) = (_deviceType, _deviceIndex);
                if (deviceType != DeviceType.CPU) this.cpu();

                try
                {
                    var own = state_dict();
                    var count = reader.Decode();
                    if (strict && count != own.Count)
                        throw new ArgumentException($"Mismatched state_dict sizes: expected {own.Count}, but found {count} entries.");

                    for (var i = 0L; i < count; i++)
                    {
                        var key = reader.ReadString();
                        var found = own.TryGetValue(key, out var target);
                        if (strict && !found)
                            throw new ArgumentException($"Mismatched module state names: the target modules does not have a submodule or buffer named '{key}'");

                        if (found && !skip.Contains(key)) target!.Load(reader);
                        else TensorExtensionMethods.Load(reader, skip: true);
                        loadedParameters?.Add(key, found);
                    }
                }
                finally
                {
                    if (deviceType != DeviceType.CPU) _to(deviceType, deviceIndex, false);
                }
                return this;
            }

            /// <summary>Loads what <see cref="save(Stream, IList{string}?)"/> wrote, and closes the stream.</summary>
            /// <param name="stream">Where to read.</param>
            /// <param name="strict">Whether the keys must be exactly the module's.</param>
            /// <param name="skip">Keys to read past.</param>
            /// <param name="loadedParameters">Gets each key read and whether the module has it.</param>
            /// <returns>This module.</returns>
            /// <exception cref="ArgumentException">The keys differ and <paramref name="strict"/> is true.</exception>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Creates a module and loads a file into it.</summary>
            /// <typeparam name="T">The module's type.</typeparam>
            /// <param name="path">The file.</param>
            /// <returns>The module.</returns>
            public static Module Create<T>(string path) where T : Module, new() => new T().load(path);
        }
    }
}
