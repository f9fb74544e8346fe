using Microsoft.AspNetCore.Http;

namespace OneVisit.Functions.FrontDoor;

/// <summary>Says who speaks, by what a request shows for it. Which proof counts is the installation's: a key that bot and back office share, or tokens of Entra ID; never both.</summary>
public interface ICallerReader
{
    /// <returns><c>null</c>: it shows nothing that counts, or the directory does not know them.</returns>
    /// <exception cref="IdentityUnavailableException">Nobody can be known just now.</exception>
    Task<Caller?> ReadAsync(HttpRequest request, CancellationToken cancellation);
}

/// <summary>What tokens are checked by cannot be had just now. Safe to try again.</summary>
public sealed class IdentityUnavailableException(Exception inner) : Exception("The keys of the tenant cannot be read.", inner);

/// <summary>The token of a request.</summary>
internal static class Bearer
{
    private const string Scheme = "Bearer ";

    public static string? Of(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var shown && shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? shown[Scheme.Length..].Trim() : null;
}
