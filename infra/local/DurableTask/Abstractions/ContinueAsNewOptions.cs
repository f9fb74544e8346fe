namespace Microsoft.DurableTask;

/// <summary>How an orchestration starts over.</summary>
public class ContinueAsNewOptions
{
    public object? NewInput { get; set; }

    /// <summary>Whether events that nobody has waited for yet are kept; so unless told otherwise.</summary>
    public bool PreserveUnprocessedEvents { get; set; } = true;

    /// <summary>The version from now on; <c>null</c> or blank: as before.</summary>
    public string? NewVersion { get; set; }
}
