using System.Collections.Concurrent;
using Azure;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using OneVisit.Domain.Identity;

namespace OneVisit.Storage.MasterKeys;

/// <summary>
/// Keys in an Azure Key Vault, read by managed identity: every enabled version of the secret of their use, <c>sealing-key</c>, <c>proof-key</c> or <c>lookup-key</c> (base64 of 32 bytes). A key's id is
/// the tag <c>key-id</c> of its version or, without one, the version; of the first look-up key <c>k1</c>. The newest seals or signs, five minutes after it was made: by then every program knows it.
/// </summary>
public sealed class VaultKeys(SecretClient vault, KeyUse use, TimeProvider clock) : IMasterKeySource
{
    public const string IdTag = "key-id";

    /// <summary>How long a new version is known before it seals.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromMinutes(5);

    private readonly string secret = SecretOf(use);

    // A version never changes: each is asked for once.
    private readonly ConcurrentDictionary<string, byte[]> values = new(StringComparer.Ordinal);

    /// <summary>Name of the secret in the vault.</summary>
    public static string SecretOf(KeyUse use) => use switch { KeyUse.Proof => "proof-key", KeyUse.Lookup => "lookup-key", _ => "sealing-key" };

    public static VaultKeys At(Uri address, KeyUse use, TimeProvider clock)
    {
        var options = new SecretClientOptions();
        options.Retry.MaxRetries = 2;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(5);
        return new(new SecretClient(address, new DefaultAzureCredential(), options), use, clock);
    }

    public async Task<SealingKeys> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            var (now, versions, all) = (clock.GetUtcNow(), new List<SecretProperties>(), new List<SecretProperties>());
            await foreach (var version in vault.GetPropertiesOfSecretVersionsAsync(secret, cancellation))
            {
                all.Add(version);
                if (version.Enabled == true && (version.NotBefore is null || version.NotBefore <= now))
                    versions.Add(version);
            }
            if (versions.Count == 0)
                throw new InvalidDataException($"The vault holds no version of {secret} that may be used.");
            versions.Sort((one, other) => Nullable.Compare(one.CreatedOn, other.CreatedOn));
            // The very first has nobody to wait for.
            var current = versions.LastOrDefault(version => version.CreatedOn + Notice <= now) ?? versions[0];
            var first = FirstOf(all);
            var (keys, from) = (new Dictionary<string, byte[]>(StringComparer.Ordinal), new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal));
            foreach (var version in versions)
                keys.Add(IdOf(version, first), await ValueAsync(version.Version, cancellation));
            // Also of those that are disabled: what they made is not taken for another's.
            foreach (var version in versions.Concat(all).Where(version => IdOf(version, first) != SealingKeys.First && EverCounted(version)))
                from.TryAdd(IdOf(version, first), FromOf(version));
            return new SealingKeys(IdOf(current, first), keys, from);
        }
        catch (Exception away) when (away is RequestFailedException or AuthenticationFailedException)
        {
            throw new MasterKeysUnavailableException(away);
        }
        catch (ArgumentException)
        {
            throw new InvalidDataException($"Versions of {secret} are no keys, or two have the same id.");
        }
    }

    // Hashes under the first of all look-up keys name none, so it has to be known which it was, also when it is disabled: a guess would find nobody.
    private SecretProperties? FirstOf(IReadOnlyList<SecretProperties> all) => use != KeyUse.Lookup || all.Any(version => version.Tags.TryGetValue(IdTag, out var id) && id == SealingKeys.First) ? null
        : all is [var only] ? only
        : throw new InvalidDataException($"{secret} has several versions, and none has the tag {IdTag}={SealingKeys.First}.");

    private static string IdOf(SecretProperties version, SecretProperties? first) =>
        version.Tags.TryGetValue(IdTag, out var id) ? id : version.Version == first?.Version ? SealingKeys.First : version.Version;

    private static DateTimeOffset FromOf(SecretProperties version)
    {
        var known = version.CreatedOn is { } created ? created + Notice : DateTimeOffset.MinValue;
        return version.NotBefore is { } allowed && allowed > known ? allowed : known;
    }

    // One that was disabled before its time made nothing; whoever changed it later leaves that unknown.
    private static bool EverCounted(SecretProperties version) => version.Enabled == true || version.UpdatedOn is not { } changed || changed > FromOf(version);

    private async Task<byte[]> ValueAsync(string version, CancellationToken cancellation)
    {
        if (values.TryGetValue(version, out var known))
            return known;
        KeyVaultSecret kept = await vault.GetSecretAsync(secret, version, cancellationToken: cancellation);
        var bytes = new byte[SealingKeys.KeyLength];
        if (!Convert.TryFromBase64String(kept.Value, bytes, out var length) || length != SealingKeys.KeyLength)
            throw new InvalidDataException($"Version {version} of {secret} is not the base64 of {SealingKeys.KeyLength} bytes.");
        return values.GetOrAdd(version, bytes);
    }
}
