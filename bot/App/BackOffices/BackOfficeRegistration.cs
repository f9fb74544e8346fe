using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using OneVisit.Storage;
using Polly;

namespace OneVisit.Bot.BackOffices;

internal static class BackOfficeRegistration
{
    /// <summary>
    /// How long a turn waits for the back office in all. Longer than that, and the person is told to wait. With the store's
    /// (<see cref="Turns.StoragePatience.Limit"/>) it stays below the 15 s after which the channel gives up on a turn.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    /// <summary>How long somebody at a page waits for work that takes its time, such as the check of a whole directory.</summary>
    public static readonly TimeSpan LongPatience = TimeSpan.FromSeconds(60);

    /// <summary>For pages alone: a turn of the chat cannot wait so long.</summary>
    public static void AddPatientOffice(this IServiceCollection services)
    {
        services.AddHttpClient(PatientOffice.Client, http => http.Timeout = LongPatience)
            .UseSocketsHttpHandler((handler, _) => (handler.PooledConnectionLifetime, handler.AllowAutoRedirect) = (TimeSpan.FromMinutes(5), false))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddTransient<PatientOffice>();
    }

    /// <exception cref="InvalidOperationException">The settings say neither how we prove who speaks, or both ways; the message names them.</exception>
    public static void AddBackOffice(this IServiceCollection services, BotSettings settings)
    {
        services.TryAddSingleton<IProgramIdentity, ProgramIdentity>();
        services.AddWord(settings);
        services.AddHttpClient<BackOffice>(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) => (handler.PooledConnectionLifetime, handler.AllowAutoRedirect) = (TimeSpan.FromMinutes(5), false))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddResilienceHandler("back-office", pipeline =>
            {
                // Waiting is done by the real clock, whatever day a demo clock shows.
                pipeline.TimeProvider = TimeProvider.System;
                pipeline.AddTimeout(Patience);
                // 0.25 + 0.5 + 1 + 2 s and then every 2 s: a restart of the back office goes unnoticed. What it broke on (500), or asks to wait with (429), is not asked again in the same breath.
                pipeline.AddRetry(new HttpRetryStrategyOptions
                {
                    ShouldHandle = tried => ValueTask.FromResult(HttpClientResiliencePredicates.IsTransient(tried.Outcome) && tried.Outcome.Result?.StatusCode is not (HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests)),
                    MaxRetryAttempts = 8, BackoffType = DelayBackoffType.Exponential, Delay = TimeSpan.FromMilliseconds(250), MaxDelay = TimeSpan.FromSeconds(2), UseJitter = false,
                });
                pipeline.AddTimeout(TimeSpan.FromSeconds(5));
            });
    }

    private static void AddWord(this IServiceCollection services, BotSettings settings)
    {
        switch (settings.FrontDoorKey, settings.Entra?.BackOfficeId)
        {
            case ({ } key, null):
                services.AddSingleton<IFrontDoorWord>(provider => new FrontDoorTokens(key, provider.GetRequiredService<TimeProvider>()));
                break;
            case (null, { } id):
                services.AddSingleton<IFrontDoorWord>(provider => new FrontDoorIdentity(provider.GetRequiredService<IProgramIdentity>(), $"api://{id}/.default"));
                break;
            case (null, null):
                throw new InvalidOperationException("Setting OneVisit:FrontDoorKey is missing. Without it, OneVisit:Entra:BackOfficeId says for whom tokens of this program are.");
            default:
                throw new InvalidOperationException("Settings OneVisit:FrontDoorKey and OneVisit:Entra:BackOfficeId are both there; one of them may be.");
        }
    }
}

/// <summary>The back office, asked once and waited for.</summary>
internal sealed class PatientOffice(IHttpClientFactory clients, IFrontDoorWord word, BotSettings settings)
{
    public const string Client = "patient-back-office";

    public BackOffice Office { get; } = new(clients.CreateClient(Client), word, settings);
}
