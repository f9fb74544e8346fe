using OneVisit.Domain.Identity;

namespace OneVisit.Storage.MasterKeys;

/// <summary>Where a program finds keys of one use, several at once: in a vault, in a file, or one key in its settings. The first that is told counts.</summary>
/// <param name="Vault">https address of an Azure Key Vault whose secret of <see cref="Use"/> holds them, a version each.</param>
/// <param name="File">A file that only its owner may read, see <see cref="FileKeys"/>.</param>
/// <param name="Key">Base64 of 32 bytes, under the id <c>k1</c>; it cannot be changed.</param>
public sealed record MasterKeyOptions(string? Vault, string? File, string? Key)
{
    /// <summary>What they are for.</summary>
    public KeyUse Use { get; init; } = KeyUse.Sealing;

    /// <returns>The same.</returns>
    /// <exception cref="InvalidOperationException">Nothing is told, or what cannot be; the message names the setting and shows no key.</exception>
    public MasterKeyOptions Checked()
    {
        if (IsTold(Vault) && !(Uri.TryCreate(Vault, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
            throw new InvalidOperationException("Setting OneVisit:SealingVault is no https address.");
        if (!IsTold(Vault) && !IsTold(File) && Bytes(Key) is null)
            throw new InvalidOperationException($"Setting OneVisit:{Use}Key is missing, or not the base64 of {SealingKeys.KeyLength} bytes.");
        return this;
    }

    /// <exception cref="InvalidOperationException">As when it is checked.</exception>
    public IMasterKeySource Source(TimeProvider clock) =>
        Checked() is { Vault: { Length: > 0 } vault } ? VaultKeys.At(new Uri(vault), Use, clock)
        : IsTold(File) ? new FileKeys(File!, clock)
        : new OneKey(new SealingKeys(Bytes(Key)!));

    /// <summary>Never prints a key.</summary>
    public override string ToString() => nameof(MasterKeyOptions);

    private static bool IsTold(string? setting) => !string.IsNullOrWhiteSpace(setting);

    private static byte[]? Bytes(string? key)
    {
        var bytes = new byte[SealingKeys.KeyLength];
        return Convert.TryFromBase64String(key ?? "", bytes, out var length) && length == SealingKeys.KeyLength ? bytes : null;
    }

    private sealed class OneKey(SealingKeys keys) : IMasterKeySource
    {
        public Task<SealingKeys> ReadAsync(CancellationToken cancellation) => Task.FromResult(keys);
    }
}

/// <summary>What keys are for; none of one use is taken for another.</summary>
public enum KeyUse
{
    /// <summary>Personal data, conversations.</summary>
    Sealing,

    /// <summary>The words in which residents carry what they have proven.</summary>
    Proof,

    /// <summary>Keyed hashes by which people are found again.</summary>
    Lookup,
}
