using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OneVisit.Support;

/// <summary>How a token is signed.</summary>
public enum TokenSeal
{
    /// <summary>With the key that is published.</summary>
    Right,

    /// <summary>Not at all: <c>alg</c> is <c>none</c>.</summary>
    None,

    /// <summary>It says that it is signed, and there is no signature.</summary>
    Cut,

    /// <summary>HS256, with the published key as if it were a secret.</summary>
    PublicKeyAsSecret,

    /// <summary>With another key that calls itself the published one.</summary>
    Forged,

    /// <summary>With another key, by a name that nobody published.</summary>
    UnknownKey,
}

/// <summary>What shall stand in a token: beside these its claims by name.</summary>
public sealed class TokenWish(string issuer, string audience, DateTimeOffset now) : Dictionary<string, object>
{
    public string Issuer { get; set; } = issuer;

    public string Audience { get; set; } = audience;

    public DateTimeOffset From { get; set; } = now;

    public DateTimeOffset Until { get; set; } = now.AddHours(1);

    public TokenSeal Seal { get; set; } = TokenSeal.Right;
}

/// <summary>Makes tokens of a tenant with a key of its own, good ones and bad ones.</summary>
public sealed class TokenPress
{
    private volatile RsaSecurityKey right = NewKey();
    private readonly RSA forged = RSA.Create(2048);

    /// <summary>The key set, as JSON.</summary>
    public string Published
    {
        get
        {
            var (named, key) = (right.KeyId, right.Rsa.ExportParameters(includePrivateParameters: false));
            return JsonSerializer.Serialize(new { keys = new[] { new { kty = "RSA", use = "sig", kid = named, n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } });
        }
    }

    /// <summary>Another key signs from now on, and stands alone in the key set: the one before is not published any more.</summary>
    public void ChangeKey() => right = NewKey();

    public string Sign(TokenWish wish)
    {
        var key = right;
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = wish.Issuer, Audience = wish.Audience, IssuedAt = wish.From.UtcDateTime, NotBefore = wish.From.UtcDateTime, Expires = wish.Until.UtcDateTime,
            Claims = new Dictionary<string, object>(wish),
            SigningCredentials = wish.Seal switch
            {
                TokenSeal.PublicKeyAsSecret => new(new SymmetricSecurityKey(key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = key.KeyId }, SecurityAlgorithms.HmacSha256),
                TokenSeal.Forged => new(new RsaSecurityKey(forged) { KeyId = key.KeyId }, SecurityAlgorithms.RsaSha256),
                TokenSeal.UnknownKey => new(new RsaSecurityKey(forged) { KeyId = Guid.NewGuid().ToString("N") }, SecurityAlgorithms.RsaSha256),
                _ => new(key, SecurityAlgorithms.RsaSha256),
            },
        });
        var (head, body) = (token.Split('.')[0], token.Split('.')[1]);
        return wish.Seal switch
        {
            TokenSeal.None => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{body}.",
            TokenSeal.Cut => $"{head}.{body}.",
            _ => token,
        };
    }

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };
}
