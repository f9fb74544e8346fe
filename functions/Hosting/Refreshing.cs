using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace OneVisit.Hosting;

/// <summary>What a program looks after every minute while it runs.</summary>
public static class Refreshing
{
    /// <summary>The catalogue and the directory in force, and the sealing keys.</summary>
    /// <param name="services">Hold both shelves, the keys and the clock.</param>
    /// <param name="meter">The program's own: which version is in force is told by each.</param>
    public static IServiceCollection AddRefreshing(this IServiceCollection services, Meter meter) => services
        .AddHostedService(provider => ActivatorUtilities.CreateInstance<RefreshCatalogue>(provider, meter))
        .AddHostedService<RefreshKeys>();
}
