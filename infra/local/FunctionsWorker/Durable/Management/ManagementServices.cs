using Microsoft.Extensions.DependencyInjection;
using OneVisit.Local.DurableTask;
using OneVisit.Local.DurableTask.Inspection;

namespace OneVisit.Local.FunctionsWorker.Durable.Management;

internal static class ManagementServices
{
    public static void AddDurableManagement(this IServiceCollection services, LocalFunctionsOptions options) => services
        .AddSingleton(p =>
        {
            // The engine makes the file.
            _ = p.GetRequiredService<DurableTaskEngine>();
            return new OrchestrationInspector(options.DurableDatabasePath);
        })
        .AddSingleton<InstanceLinks>()
        .AddSingleton<StatusEndpoint>()
        .AddSingleton<ListEndpoint>()
        .AddSingleton<StartEndpoint>()
        .AddSingleton<RestartEndpoint>()
        .AddSingleton<OrderEndpoints>()
        .AddSingleton<EventEndpoint>()
        .AddSingleton<PurgeEndpoints>()
        .AddSingleton<ManagementApi>();
}
