using System.Net;
using OneVisit.Storage;

namespace OneVisit.Local.Host.Runtime;

/// <summary>The operators' pages of this machine: what runs, what is stuck, what could not be delivered, and what to do about it.</summary>
public static class RuntimeEndpoints
{
    private const int ADay = 24;

    public static IServiceCollection AddRuntimePages(this IServiceCollection services) =>
        services.AddSingleton<InstanceDesk>().AddSingleton<Overview>();

    public static void MapRuntimePages(this IEndpointRouteBuilder app)
    {
        var runtime = app.MapGroup("/runtime").AddEndpointFilter(async (call, next) =>
            IsThisMachine(call.HttpContext.Request.Host) ? await next(call) : Results.NotFound());
        runtime.MapGet("", (HttpContext http) => RuntimePages.Page(http, "overview.html"));
        runtime.MapGet("instance", (HttpContext http) => RuntimePages.Page(http, "instance.html"));
        runtime.MapGet("files/{name}", RuntimePages.File);

        runtime.MapGet("state", (int? still, Overview overview, CancellationToken ct) => overview.LookAsync(Math.Clamp(still ?? ADay, 1, 24 * 365), ct));
        runtime.MapGet("instances", (string? status, string? prefix, int? olderThan, string? after, InstanceDesk desk, CancellationToken ct) =>
            desk.ListAsync(status, prefix, olderThan, after, ct));
        runtime.MapGet("instances/{id}", async (string id, InstanceDesk desk, CancellationToken ct) =>
            await desk.ShowAsync(id, ct) is { } shown ? Results.Ok(shown) : Results.NotFound());

        var acts = runtime.MapGroup("").AddEndpointFilter(async (call, next) =>
            OwnPage.Sent(call.HttpContext.Request) ? await next(call) : Results.StatusCode(StatusCodes.Status403Forbidden));
        acts.MapPost("instances/{id}/{order}", OrderAsync);
        acts.MapPost("notices/{messageId}/retry", async (string messageId, NoticeOversight notices, CancellationToken ct) =>
            Answer(await notices.RetryAsync(messageId, ct)));
        acts.MapPost("notices/{messageId}/drop", async (string messageId, NoticeOversight notices, CancellationToken ct) =>
            Answer(await notices.DropAsync(messageId, ct)));
    }

    private static async Task<IResult> OrderAsync(string id, string order, InstanceDesk desk, CancellationToken ct) =>
        Enum.TryParse<InstanceOrder>(order, ignoreCase: true, out var wanted) && Enum.IsDefined(wanted)
            ? await desk.OrderAsync(id, wanted, ct) switch
            {
                null => Results.NotFound(),
                true => Results.NoContent(),
                false => Results.Conflict(),
            }
            : Results.NotFound();

    // This machine by its own names: another site's name that was pointed here gets nothing to read.
    private static bool IsThisMachine(HostString host) =>
        host.Host == "localhost" || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // A second press finds it done: that is no trouble, but no deed either.
    private static IResult Answer(bool done) => done ? Results.NoContent() : Results.StatusCode(StatusCodes.Status410Gone);
}
