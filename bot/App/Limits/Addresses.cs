using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Caching.Memory;
using OneVisit.Bot.State;

namespace OneVisit.Bot.Limits;

/// <summary>From where somebody asks, as limits count it.</summary>
internal static class Addresses
{
    private const int SiteBytes = 8;

    /// <returns>
    /// An IPv4 address, or the first half (/64) of an IPv6 address, of which one line has as many as it likes; <c>null</c>: this machine itself, that is a
    /// probe or a proxy nobody told us of, and to count it would lock out everybody behind it.
    /// </returns>
    public static string? CountedAs(IPAddress? address) => address switch
    {
        null => null,
        { IsIPv4MappedToIPv6: true } => CountedAs(address.MapToIPv4()),
        _ when IPAddress.IsLoopback(address) => null,
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, SiteBytes)) + "/64",
        _ => address.ToString(),
    };
}

/// <summary>From which address a chat was last opened, for as long as its token may live; a channel does not tell.</summary>
internal sealed class VisitorAddresses(BotMemory memory)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public void Note(string userId, IPAddress? address)
    {
        if (Addresses.CountedAs(address) is { } counted)
            memory.Set(KeyOf(userId), counted, new MemoryCacheEntryOptions { SlidingExpiration = Kept, Size = counted.Length });
    }

    /// <returns><c>null</c>: not known.</returns>
    public string? Of(string? userId) => userId is null ? null : memory.Get<string>(KeyOf(userId));

    private static string KeyOf(string userId) => "visitor-address|" + userId;
}
