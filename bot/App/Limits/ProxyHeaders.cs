using Microsoft.AspNetCore.HttpOverrides;

namespace OneVisit.Bot.Limits;

/// <summary>
/// Takes the word of the proxy in front on who asks, and whether by https: of those in the settings only, and only what the last of them added, since
/// anything before that was written by the asker.
/// </summary>
internal static class ProxyHeaders
{
    /// <exception cref="FormatException">A network of the setting is not one.</exception>
    public static void UseProxyHeaders(this WebApplication app)
    {
        var networks = app.Services.GetRequiredService<BotSettings>().ProxyNetworks.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (networks.Length == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 1 };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks) options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        app.UseForwardedHeaders(options);
    }
}
