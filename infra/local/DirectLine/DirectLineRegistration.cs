using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using OneVisit.Local.DirectLine.Client;
using OneVisit.Local.DirectLine.Connector;
using OneVisit.Local.DirectLine.Conversations;
using OneVisit.Local.DirectLine.History;
using OneVisit.Local.DirectLine.Identity;
using OneVisit.Local.DirectLine.Tokens;

namespace OneVisit.Local.DirectLine;

/// <summary>
/// Direct Line 3.0 for pages under /v3/directline, and the Bot Connector with its identity service for the bot under /connector. Mapped on anything
/// but a WebApplication, the host has to call <c>UseWebSockets</c> itself.
/// </summary>
public static class DirectLineRegistration
{
    /// <summary>Options are read when first used, so that they may name a port that is known late.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, Action<DirectLineOptions> configure) => Add(services, () =>
    {
        var options = new DirectLineOptions();
        configure(options);
        return options;
    });

    public static IServiceCollection AddDirectLine(this IServiceCollection services, DirectLineOptions options) => Add(services, () => options);

    public static IEndpointRouteBuilder MapDirectLine(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints is IApplicationBuilder app) app.UseWebSockets();
        var pages = endpoints.MapGroup("/v3/directline");
        CrossOrigin.Map(pages);
        pages.AddEndpointFilter<RouteGroupBuilder, Trouble>();
        TokenEndpoints.Map(pages);
        ConversationEndpoints.Map(pages);
        ActivityEndpoints.Map(pages);
        UploadEndpoint.Map(pages);
        AttachmentEndpoint.Map(pages);
        StreamEndpoint.Map(pages);
        pages.Map("/{**any}", () => Refusal.NoOperation);
        ConnectorEndpoints.Map(endpoints);
        IdentityEndpoints.Map(endpoints);
        return endpoints;
    }

    private static IServiceCollection Add(IServiceCollection services, Func<DirectLineOptions> given)
    {
        services.AddSingleton(_ =>
        {
            var options = given();
            options.Check();
            return options;
        });
        services.AddSingleton<HistoryFile>().AddSingleton<Vault>().AddSingleton<HistoryStore>().AddSingleton<FileStore>();
        services.AddSingleton<ChannelKey>().AddSingleton<ServiceTokens>();
        services.AddSingleton<ClientTokens>().AddSingleton<SignedLinks>();
        services.AddSingleton<AttachmentLinks>().AddSingleton<ConversationBook>();
        services.AddSingleton<BotLine>().AddSingleton<Door>();
        // Request lines hold stream tickets and link signatures in their query.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
        return services;
    }
}
