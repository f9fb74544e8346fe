using Microsoft.DurableTask;

namespace OneVisit.Local.DurableTask;

/// <summary>One run of an activity: who asks, and the input as the JSON that was stored (<c>null</c>: none).</summary>
public sealed record ActivityInvocation(TaskActivityContext Context, string? Input);
