using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Local.Platform;

/// <summary>Lets in who carries the key, and takes the same time over everybody else.</summary>
internal sealed class Door(string key)
{
    private const string Header = "X-Sharing-Key";
    private readonly byte[] expected = SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public bool Opens(string? shown) => CryptographicOperations.FixedTimeEquals(expected, SHA256.HashData(Encoding.UTF8.GetBytes(shown ?? "")));

    /// <summary>For addresses to which the key is carried in a header.</summary>
    public async ValueTask<object?> LetInAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => Opens(context.HttpContext.Request.Headers[Header].ToString())
        ? await next(context)
        : Results.Problem("The key is missing or wrong.", statusCode: StatusCodes.Status401Unauthorized);
}
