using Microsoft.DurableTask;

namespace OneVisit.Local.DurableTask;

/// <summary>An orchestrator or activity was asked for that the engine has not been given. Never worth a retry.</summary>
public sealed class UnknownTaskException(string kind, string name)
    : InvalidOperationException($"There is no {kind} called '{name}'.")
{
    internal static bool Is(TaskFailureDetails failure) => failure.ErrorType == typeof(UnknownTaskException).FullName;
}
