using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using OneVisit.Functions.Cases;
using Polly;

namespace OneVisit.Functions.Sharing;

internal static class SharingRegistration
{
    private static readonly TimeSpan InAll = TimeSpan.FromSeconds(15);

    /// <param name="options"><c>null</c>: no platform is connected.</param>
    public static void AddSharing(this IServiceCollection services, SharingOptions? options)
    {
        services.TryAddSingleton<IHoldings, PlatformHoldings>();
        services.AddSingleton<SharingDesk>();
        services.AddSingleton<DataCheck>();
        services.AddSingleton<FactEntries>();
        services.AddSingleton<FactCatchUp>();
        services.AddSingleton<AskedPaperEntries>();
        services.AddSingleton<EventDesk>();
        services.AddSingleton<OnceOnlyBook>();
        if (options is null)
        {
            services.TryAddSingleton<ISharingPlatform, NoPlatform>();
            return;
        }
        services.AddSingleton(options);
        var client = options.Shape == SharingShapes.Records
            ? services.AddHttpClient<ISharingPlatform, RecordExchange>(http => http.Timeout = Timeout.InfiniteTimeSpan)
            : services.AddHttpClient<ISharingPlatform, CityPlatform>(http => http.Timeout = Timeout.InfiniteTimeSpan);
        client
            .UseSocketsHttpHandler((handler, _) => (handler.PooledConnectionLifetime, handler.AllowAutoRedirect) = (TimeSpan.FromMinutes(5), false))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddResilienceHandler("sharing-platform", pipeline =>
            {
                // Waiting is done by the real clock, whatever day a demo clock shows.
                pipeline.TimeProvider = TimeProvider.System;
                pipeline.AddTimeout(InAll);
                // 0.2 + 0.4 + 0.8 s: whoever asked has given up before long; the round of every minute asks again.
                pipeline.AddRetry(new HttpRetryStrategyOptions
                {
                    ShouldHandle = tried => ValueTask.FromResult(HttpClientResiliencePredicates.IsTransient(tried.Outcome) && tried.Outcome.Result?.StatusCode is not HttpStatusCode.InternalServerError),
                    MaxRetryAttempts = 3, BackoffType = DelayBackoffType.Exponential, Delay = TimeSpan.FromMilliseconds(200), UseJitter = true,
                });
                // A platform that is down is left alone for a moment, and we are not kept waiting by it.
                pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { FailureRatio = 0.5, MinimumThroughput = 40, BreakDuration = TimeSpan.FromSeconds(10) });
                pipeline.AddTimeout(TimeSpan.FromSeconds(10));
            });
    }
}
