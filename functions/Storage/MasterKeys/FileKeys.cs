using System.Text.Json;
using OneVisit.Domain.Identity;

namespace OneVisit.Storage.MasterKeys;

/// <summary>
/// Master keys in a file of one machine that its owner alone may read (mode 0600): <c>{"keys":[{"id":"k1","key":"…","from":"2026-11-27T08:00:00Z"}]}</c>. The one whose
/// time came last seals; one that is <c>disabled</c> is not used. Written by <c>rotate-keys</c>.
/// </summary>
public sealed class FileKeys(string path, TimeProvider clock) : IMasterKeySource
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>How long before it seals a new key is told, so that every program knows it by then.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromMinutes(3);

    public async Task<SealingKeys> ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var all = await ListAsync(cancellation);
        var keys = all.Where(key => !key.Disabled).OrderBy(key => key.From).ToArray();
        if (keys.LastOrDefault(key => key.From <= now) is not { } current)
            throw new InvalidDataException("No sealing key counts yet.");
        try
        {
            return new SealingKeys(current.Id, keys.ToDictionary(key => key.Id, key => Convert.FromBase64String(key.Key)), all.Where(key => key.EverCounted).ToDictionary(key => key.Id, key => key.From));
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            throw new InvalidDataException($"The sealing keys are not base64 of {SealingKeys.KeyLength} bytes, each under an id of its own.");
        }
    }

    /// <summary>Adds a key that seals from some minutes on.</summary>
    /// <returns>Its id, and from when it seals.</returns>
    public async Task<(string Id, DateTimeOffset From)> AddAsync(byte[] key, CancellationToken cancellation)
    {
        var keys = File.Exists(path) ? await ListAsync(cancellation) : [];
        var (id, from) = ($"k{keys.Length + 1}", keys.Length == 0 ? DateTimeOffset.UnixEpoch : clock.GetUtcNow() + Notice);
        await WriteAsync([.. keys, new KeptKey(id, Convert.ToBase64String(key), from)], cancellation);
        return (id, from);
    }

    /// <summary>Takes a key out of use, or back into it. The key itself stays in the file.</summary>
    /// <returns><c>false</c>: there is none of that id, or it is the one that seals.</returns>
    public async Task<bool> DisableAsync(string id, bool disabled, CancellationToken cancellation)
    {
        var keys = await ListAsync(cancellation);
        if (!keys.Any(key => key.Id == id) || (await ReadAsync(cancellation)).Current == id)
            return false;
        await WriteAsync([.. keys.Select(key => key.Id == id ? key with { Disabled = disabled, DisabledAt = disabled ? clock.GetUtcNow() : null } : key)], cancellation);
        return true;
    }

    private async Task<KeptKey[]> ListAsync(CancellationToken cancellation)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
                throw new InvalidDataException($"Others than its owner may read or change {path}: chmod 600.");
            await using var stream = File.OpenRead(path);
            return (await JsonSerializer.DeserializeAsync<KeyFile>(stream, JsonSerializerOptions.Web, cancellation))?.Keys ?? [];
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read.", missing);
        }
        catch (JsonException)
        {
            // Without the fault itself, which might show a piece of a key.
            throw new InvalidDataException($"{path} is no file of sealing keys.");
        }
    }

    // Under its name only when it is whole.
    private async Task WriteAsync(KeptKey[] keys, CancellationToken cancellation)
    {
        var (draft, options) = (path + ".new", new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write });
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var stream = new FileStream(draft, options))
            await JsonSerializer.SerializeAsync(stream, new KeyFile(keys), JsonSerializerOptions.Web, cancellation);
        File.Move(draft, path, overwrite: true);
    }

    private sealed record KeyFile(KeptKey[] Keys);

    private sealed record KeptKey(string Id, string Key, DateTimeOffset From, bool Disabled = false, DateTimeOffset? DisabledAt = null)
    {
        /// <summary>Nothing was made with one that was taken back before its time.</summary>
        public bool EverCounted => !Disabled || DisabledAt is not { } at || at > From;
    }
}
