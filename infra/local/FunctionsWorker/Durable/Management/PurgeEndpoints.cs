using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using OneVisit.Local.DurableTask;

namespace OneVisit.Local.FunctionsWorker.Durable.Management;

/// <summary>
/// Forgets finished instances. A filter that cannot be read is refused rather than passed over, as the platform would:
/// a mistyped status must not delete everything.
/// </summary>
internal sealed class PurgeEndpoints(DurableTaskEngine engine)
{
    public async Task OneAsync(HttpContext http)
    {
        var id = http.Route("instanceId");
        if (await engine.Client.GetInstanceAsync(id, http.RequestAborted) is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await TellAsync(http, await engine.Client.PurgeInstanceAsync(id, http.RequestAborted));
    }

    public async Task ManyAsync(HttpContext http)
    {
        if (http.Time("createdTimeFrom") is not { } from)
        {
            await http.JsonAsync(StatusCodes.Status400BadRequest, "Please provide value for 'createdTimeFrom' parameter.");
            return;
        }

        var to = http.Time("createdTimeTo");
        var statuses = http.Statuses();
        if (statuses.Count != http.StatusNames().Length || (to is null && http.Query("createdTimeTo") is not null))
        {
            await http.SayAsync(StatusCodes.Status400BadRequest, "One or more of the arguments submitted is incorrect");
            return;
        }

        var purged = await engine.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(from, to, statuses), http.RequestAborted);
        await (purged.PurgedInstanceCount == 0 ? http.Empty(StatusCodes.Status404NotFound) : TellAsync(http, purged));
    }

    private static Task TellAsync(HttpContext http, PurgeResult purged) =>
        http.JsonAsync(StatusCodes.Status200OK, new JsonObject { ["instancesDeleted"] = purged.PurgedInstanceCount });
}
