using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>What a bot demands of its callers beyond a valid token.</summary>
public class AuthenticationConfiguration
{
    public string[] RequiredEndorsements { get; set; } = [];
    public virtual ClaimsValidator ClaimsValidator { get; set; }
    public IEnumerable<string> ValidTokenIssuers { get; set; }
}

/// <summary>Throws <see cref="UnauthorizedAccessException"/> for claims that are not welcome.</summary>
public abstract class ClaimsValidator
{
    public abstract Task ValidateClaimsAsync(IList<Claim> claims);
}
