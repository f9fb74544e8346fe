using System.Diagnostics;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>
/// Spans as the real library names them (create_orchestration, orchestration, activity), under the source "Microsoft.DurableTask".
/// Their context travels in the store, as a W3C traceparent.
/// </summary>
internal static class Tracing
{
    private static readonly ActivitySource Source = new("Microsoft.DurableTask");

    public static Activity? Creating(string name, string instance) =>
        Tag(Source.StartActivity($"create_orchestration:{name}", ActivityKind.Producer), "orchestration", name, instance);

    public static Activity? Orchestrating(string name, string instance, string? traceParent) =>
        Tag(Start($"orchestration:{name}", traceParent), "orchestration", name, instance);

    public static Activity? Acting(string name, string instance, int task, string? traceParent) =>
        Tag(Start($"activity:{name}", traceParent), "activity", name, instance)?.SetTag("durabletask.task.task_id", task);

    private static Activity? Start(string span, string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent)
            ? Source.StartActivity(span, ActivityKind.Server, parent)
            : Source.StartActivity(span, ActivityKind.Server);

    private static Activity? Tag(Activity? span, string type, string name, string instance) => span?
        .SetTag("durabletask.type", type)
        .SetTag("durabletask.task.name", name)
        .SetTag("durabletask.task.instance_id", instance);
}
