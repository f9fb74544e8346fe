using Azure.Core;
using Azure.Identity;

namespace OneVisit.Storage;

/// <summary>Who a program is to Microsoft Entra ID.</summary>
public interface IProgramIdentity
{
    /// <param name="scope">What the token is for, for example <c>api://…/.default</c>.</param>
    /// <returns>A token that still lives for some minutes; <c>null</c>: none is to be had just now.</returns>
    ValueTask<string?> TokenForAsync(string scope, CancellationToken cancellation);
}

/// <summary>Its managed identity in Azure; on a machine of one's own whoever is signed in there. The same that storage is opened with.</summary>
public sealed class ProgramIdentity : IProgramIdentity
{
    private readonly DefaultAzureCredential credential = new();

    public async ValueTask<string?> TokenForAsync(string scope, CancellationToken cancellation)
    {
        try
        {
            return (await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellation)).Token;
        }
        catch (AuthenticationFailedException)
        {
            return null;
        }
    }
}
