#pragma warning disable CA1032 // The real exception has this constructor among others that nobody here calls.
#nullable disable annotations // The real package carries none.

namespace DurableTask.Core.Exceptions;

/// <summary>An orchestration was started under the id of one that is there.</summary>
public class OrchestrationAlreadyExistsException : InvalidOperationException
{
    public OrchestrationAlreadyExistsException(string message)
        : base(message)
    {
    }
}
