using Microsoft.Azure.Functions.Worker;

namespace OneVisit.Local.FunctionsWorker.Binding;

/// <summary>What starts a function.</summary>
internal abstract record FunctionTrigger
{
    public sealed record Http(string Route, IReadOnlyList<string> Methods, AuthorizationLevel Level) : FunctionTrigger;

    public sealed record Timer(TimerTriggerAttribute Attribute) : FunctionTrigger;

    public sealed record Orchestration(string Name) : FunctionTrigger;

    public sealed record Activity(string Name) : FunctionTrigger;

    private FunctionTrigger()
    {
    }
}
