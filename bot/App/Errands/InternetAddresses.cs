using System.Net;
using System.Net.Sockets;

namespace OneVisit.Bot.Errands;

/// <summary>Which addresses lie on the internet: all but those that IANA's registries of special purposes (RFC 6890) keep for a machine, a network or nothing.</summary>
internal static class InternetAddresses
{
    private static readonly IPNetwork[] Inner =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
        // Azure's own: its metadata and its agent.
        IPNetwork.Parse("168.63.129.16/32"),
    ];

    // Of the sixth version only what is given to the internet, without what is kept in there for other purposes or carries an address of the fourth.
    private static readonly IPNetwork Given = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Kept = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    public static bool IsOne(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Inner.Any(network => network.Contains(address))
            : Given.Contains(address) && !Kept.Any(network => network.Contains(address));
    }
}
