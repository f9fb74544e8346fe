using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Local.Platform;

/// <summary>Lets in who carries the key, and takes the same time over everybody else.</summary>
internal sealed class Door(string key)
{
    private const string Header = "X-Sharing-Key";
    private readonly byte[] expected = SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public bool Opens(string? shown) => CryptographicOperations.FixedTimeEquals(expected, SHA256.HashData(Encoding.UTF8.GetBytes(shown ?? "")));

    public bool Opens(HttpRequest request) => Opens(request.Headers[Header].ToString());
}
