using OneVisit.Local.Host;

namespace OneVisit.Benchmarks;

/// <summary>Which port of a city is whose.</summary>
internal sealed class Doors(LocalCity city)
{
    private readonly Dictionary<string, int> _azurite = city.Azurite.ConnectionString.Split(';')
        .Select(part => part.Split('=', 2)).Where(part => part[0].EndsWith("Endpoint", StringComparison.Ordinal))
        .ToDictionary(part => part[0][..^"Endpoint".Length], part => new Uri(part[1]).Port);

    /// <returns><c>null</c>: the queue, which the bot looks at several times a second whether somebody speaks or not.</returns>
    public string? NameOf(int port)
    {
        if (port == city.PublicUrl.Port) return "bot or Direct Line";
        if (port == city.BackOfficeUrl.Port) return "back office";
        var service = _azurite.FirstOrDefault(service => service.Value == port).Key;
        return service is null or "Queue" ? null : service.ToLowerInvariant() + "s";
    }
}
