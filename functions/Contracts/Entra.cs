namespace OneVisit.Contracts;

/// <summary>The city's tenant of Microsoft Entra ID. Nobody of another one is known.</summary>
/// <param name="Authority">Where it is reached, with a final slash; another host in Azure China.</param>
public sealed record EntraTenant(Uri Authority, Guid Id)
{
    public const string PublicCloud = "https://login.microsoftonline.com/";

    /// <summary>Who signs: as tokens of version 2.0 name it.</summary>
    public string Issuer => $"{Authority}{Id:D}/v2.0";

    /// <summary>Where the keys and addresses are published.</summary>
    public string Metadata => Issuer + "/.well-known/openid-configuration";

    /// <param name="authority">Empty: that of the public cloud.</param>
    /// <returns><c>null</c>: no tenant is set.</returns>
    /// <exception cref="InvalidOperationException">A setting is malformed; the message names it.</exception>
    public static EntraTenant? Parse(string? tenant, string? authority)
    {
        if (string.IsNullOrWhiteSpace(tenant))
            return null;
        if (!Guid.TryParseExact(tenant, "D", out var id))
            throw new InvalidOperationException("Setting OneVisit:Entra:TenantId is no id of a tenant.");
        // Over the wire of a machine itself a stand-in may speak plainly.
        return Uri.TryCreate(string.IsNullOrWhiteSpace(authority) ? PublicCloud : authority.TrimEnd('/') + "/", UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            ? new(url, id)
            : throw new InvalidOperationException("Setting OneVisit:Entra:Authority is no https address.");
    }
}

/// <summary>What a token of Entra ID says to the back office: that it is the front door, or that it is somebody of the staff.</summary>
public static class EntraWord
{
    /// <summary>The role that the front door has in the back office's registration, and nobody else. For whom it speaks stands in <see cref="Headers.Participant"/>.</summary>
    public const string FrontDoorRole = "FrontDoor";

    /// <summary>What a member of staff lets a program on their own machine do: call the back office in their name.</summary>
    public const string StaffScope = "user_impersonation";

    /// <summary>Object id of whose token it is.</summary>
    public const string AccountClaim = "oid";

    public const string TenantClaim = "tid";
    public const string RolesClaim = "roles";
    public const string ScopesClaim = "scp";

    /// <summary>The program to which the token was given.</summary>
    public const string ClientClaim = "azp";
}
