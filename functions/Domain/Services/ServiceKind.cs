namespace OneVisit.Domain.Services;

/// <summary>Whose service it is.</summary>
public enum ServiceKind
{
    /// <summary>委托: the township decides in the bureau's name, or prepares what the bureau decides.</summary>
    Delegated,

    /// <summary>代办: an agent runs the errands, others decide.</summary>
    Agent,
}

/// <summary>How far an agent may go.</summary>
public enum AgentMode
{
    /// <summary>The agent may hand in and collect.</summary>
    Full,

    /// <summary>Guidance, pre-check and booking: the person must attend.</summary>
    Prep,
}

/// <summary>Both as they travel.</summary>
public static class ServiceKinds
{
    public static string Code(this ServiceKind kind) => kind == ServiceKind.Delegated ? "delegated" : "agent";

    public static string Code(this AgentMode mode) => mode == AgentMode.Full ? "full" : "prep";

    public static ServiceKind? Parse(string? code) => code switch
    {
        "delegated" => ServiceKind.Delegated,
        "agent" => ServiceKind.Agent,
        _ => null,
    };

    public static AgentMode? ParseMode(string? code) => code switch
    {
        "full" => AgentMode.Full,
        "prep" => AgentMode.Prep,
        _ => null,
    };
}
