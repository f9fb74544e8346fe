using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using OneVisit.Local.DirectLine.History;

namespace OneVisit.Local.DirectLine.Identity;

/// <summary>The RSA key of this channel: made at first start, kept sealed in the history file.</summary>
internal sealed class ChannelKey : IDisposable
{
    private readonly RSA rsa = RSA.Create();

    public ChannelKey(HistoryStore store)
    {
        try
        {
            rsa.ImportPkcs8PrivateKey(store.Secret("channel-key", Make), out _);
        }
        catch (CryptographicException wrongKey)
        {
            throw new InvalidOperationException("Direct Line: the history file was written with another encryption key.", wrongKey);
        }

        var published = rsa.ExportParameters(includePrivateParameters: false);
        Id = Base64UrlEncoder.Encode(SHA256.HashData(published.Modulus!)[..16]);
        // The library's cache goes by key id and outlives this object: after a restart in one process it would hold a disposed key.
        var uncached = new CryptoProviderFactory { CacheSignatureProviders = false };
        Signing = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = Id, CryptoProviderFactory = uncached }, SecurityAlgorithms.RsaSha256);
        (Modulus, Exponent) = (Base64UrlEncoder.Encode(published.Modulus), Base64UrlEncoder.Encode(published.Exponent));
    }

    public string Id { get; }

    public string Modulus { get; }

    public string Exponent { get; }

    public SigningCredentials Signing { get; }

    public void Dispose() => rsa.Dispose();

    private static byte[] Make()
    {
        using var fresh = RSA.Create(2048);
        return fresh.ExportPkcs8PrivateKey();
    }
}
