using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>Storage that ends with the process.</summary>
public class MemoryStorage(JsonSerializer jsonSerializer, Dictionary<string, JObject> dictionary = null) : IStorage
{
    private static readonly JsonSerializer Typed = new() { TypeNameHandling = TypeNameHandling.All, ReferenceLoopHandling = ReferenceLoopHandling.Error, MaxDepth = null };
    private readonly JsonSerializer json = jsonSerializer ?? throw new ArgumentNullException(nameof(jsonSerializer));
    private readonly Dictionary<string, JObject> memory = dictionary ?? [];
    private readonly Lock gate = new();
    private int version;

    public MemoryStorage(Dictionary<string, JObject> dictionary = null)
        : this(Typed, dictionary)
    {
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>();
        lock (gate)
        {
            foreach (var key in keys)
                if (memory.TryGetValue(key, out var state) && state is not null) found.Add(key, state.ToObject<object>(json));
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    /// <exception cref="ArgumentException">An <see cref="IStoreItem"/> carries an ETag other than the stored one.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (gate)
        {
            foreach (var (key, value) in changes) Write(key, value);
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (gate)
        {
            foreach (var key in keys) memory.Remove(key);
        }

        return Task.CompletedTask;
    }

    private void Write(string key, object value)
    {
        var stored = memory.GetValueOrDefault(key)?.GetValue("eTag")?.Value<string>();
        var state = value is null ? null : JObject.FromObject(value, json);
        if (value is IStoreItem item)
        {
            if (stored is not null && item.ETag != "*" && item.ETag != stored)
                throw new ArgumentException($"Etag conflict.\r\n\r\nOriginal: {item.ETag}\r\nCurrent: {stored}");
            state["eTag"] = version++.ToString(CultureInfo.InvariantCulture);
        }

        memory[key] = state;
    }
}
