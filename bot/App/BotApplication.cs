using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Board;
using OneVisit.Bot.Directories;
using OneVisit.Bot.Errands;
using OneVisit.Bot.Folder;
using OneVisit.Bot.Forms;
using OneVisit.Bot.Limits;
using OneVisit.Bot.Notices;
using OneVisit.Bot.Operations;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Papers;
using OneVisit.Bot.Safekeeping;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.State;
using OneVisit.Bot.Statistics;
using OneVisit.Bot.Turns;
using OneVisit.Catalogue;
using OneVisit.Domain.Directories;
using OneVisit.Hosting;
using OneVisit.Storage;
using OneVisit.Storage.MasterKeys;

namespace OneVisit.Bot;

/// <summary>The bot and its pages as parts of a web application.</summary>
public static class BotApplication
{
    /// <summary>Largest activity taken, in bytes. Files do not travel in activities.</summary>
    private const int LargestActivity = 256 * 1024;

    public static WebApplicationBuilder AddOneVisitBot(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // What stands in an address was typed by a stranger: an ID number in it would be in the log.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http.HttpClient", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning));
        ScrubbedLogs.Add(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<BotSettings>();
        services.AddSingleton<PageWords>();
        services.AddSessions(new BotSettings(builder.Configuration));
        services.AddRequestPace();
        services.AddState();
        services.AddBackOffice(new BotSettings(builder.Configuration));
        services.AddBoard();
        services.AddFolder();
        services.AddPapers();
        services.AddStatistics();
        services.AddDirectories();
        services.AddSafekeeping();
        services.AddConversations();
        services.AddTurns();
        services.TryAddSingleton(NoticePace.Usual);
        services.AddHttpClient<ToldBefore>(http => http.Timeout = TimeSpan.FromSeconds(10));
        services.AddSingleton<NoticeAsking>();
        services.AddSingleton<NoticeDelivery>();
        services.AddSingleton<NoticeTeller>();
        services.AddHostedService<NoticeConsumer>();
        services.AddHostedService<PoisonWatch>();
        services.AddSingleton<ForgetSilentTalks>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgetSilentTalks>());
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.AddTelemetry();
        return builder;
    }

    public static WebApplication MapOneVisitBot(this WebApplication app)
    {
        app.UseProxyHeaders();
        app.UseSecurityHeaders();
        app.UsePapersOrigin();
        // Not where papers of strangers are shown: nothing of ours is there. What broke has said so itself, or is the channel's to read.
        app.UseStatusCodePages(context => context.HttpContext is var http && (http.Response.StatusCode >= StatusCodes.Status500InternalServerError || http.RequestServices.GetRequiredService<PapersOrigin>().IsAt(http.Request))
            ? Task.CompletedTask : http.RequestServices.GetRequiredService<Refusals>().EmptyAsync(http));
        // By ourselves, since an exception may quote who asked.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = http => http.RequestServices.GetRequiredService<Refusals>().BrokenAsync(http), SuppressDiagnosticsCallback = _ => true });
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapPages();
        app.MapSessions();
        app.MapEntra();
        app.MapStaff();
        app.MapForms();
        app.MapPapers();
        app.MapVerify();
        app.MapBoard();
        app.MapFolder();
        app.MapStatistics();
        app.MapDirectories();
        app.MapSafekeeping();
        app.MapHealth();
        // A turn once begun is finished, whether or not the channel still waits for it.
        app.MapPost("/api/messages", (HttpRequest request, HttpResponse response, IBotFrameworkHttpAdapter door, IBot bot) =>
                door.ProcessAsync(request, response, bot, CancellationToken.None))
            // Its address is the channel's: turns are counted when it is known whose they are.
            .WithMetadata(new RequestSizeLimitAttribute(LargestActivity)).DisableRateLimiting();
        return app;
    }

    private static void AddSessions(this IServiceCollection services, BotSettings settings)
    {
        services.AddDataProtection().SetApplicationName("OneVisit.Bot");
        services.AddOptions<KeyManagementOptions>().Configure<IStorage>(PageKeys.Keep);
        services.AddSingleton<SiteCookies>();
        services.AddSingleton<ChatSessionCookie>();
        services.AddSingleton<ChatUserId>();
        services.AddSingleton<StaffAccounts>();
        services.AddSingleton<TeamsAccounts>();
        services.AddSingleton<WhoSpeaks>();
        services.AddSingleton<VisitorLanguages>();
        services.AddSingleton<FormLinks>();
        services.AddSingleton<LinkSpeakers>();
        services.AddSingleton<TalkExport>();
        services.AddTransient<FormDoor>();
        services.AddHttpClient<DirectLineTokens>(http => http.Timeout = TimeSpan.FromSeconds(10));
        services.AddTransient<ChatLines>();
        services.AddTransient<ChatSessions>();
        services.AddSingleton<StaffSessions>();
        services.AddTransient<StaffLeaving>();
        services.AddStaffSignIn(settings);
    }

    private static void AddState(this IServiceCollection services)
    {
        services.AddOneVisitStorage(provider => provider.GetRequiredService<BotSettings>().Storage);
        services.AddHostedService<PrepareStorage>();
        services.AddSingleton<BotMemory>();
        services.AddMasterKeys(provider => provider.GetRequiredService<BotSettings>().Sealing);
        services.AddRefreshing(Telemetry.Meter);
        services.AddSingleton<SealedBotStorage>();
        services.AddHostedService<SealStateAnew>();
        services.AddSingleton<IStorage>(provider => provider.GetRequiredService<SealedBotStorage>());
        services.AddSingleton<TalkState>();
        services.AddSingleton<TalkBook>();
    }

    private static void AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<DirectoryShelf>();
        services.AddSingleton<CatalogueShelf>();
        services.AddSingleton<Dialogues>();
    }

    private static void AddTurns(this IServiceCollection services)
    {
        services.AddSingleton<ChannelConnections>();
        services.AddHttpClient<ChannelFiles>(http => http.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AllowAutoRedirect = false, UseCookies = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectCallback = provider.GetRequiredService<ChannelConnections>().ConnectAsync,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>();
        services.AddSingleton<BotDoor>();
        services.AddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<BotDoor>());
        services.AddTransient<IBot, OneVisitBot>();
        services.AddSingleton<KeyedLock>();
        services.AddSingleton<Speaking>();
        services.AddSingleton<AddressBook>();
        services.AddSingleton<ErrandRunner>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<CardActions>();
        services.AddSingleton<LateActivities>();
        services.AddSingleton<Proactive>();
        services.AddHostedService<LateTurns>();
        services.AddHostedService<OutboxRetry>();
    }
}
