using System.Collections.Immutable;

namespace OneVisit.Domain.Understanding;

/// <summary>What people say that asks for no service. A meaning's code is its name, as it travels.</summary>
public static class Meanings
{
    public const string Greeting = "GREETING";

    /// <summary>Where an application is.</summary>
    public const string Status = "STATUS";

    /// <summary>Which papers are needed.</summary>
    public const string Materials = "MATERIALS";

    /// <summary>Somebody wants to speak to a person.</summary>
    public const string Human = "HUMAN";
    public const string Complaint = "COMPLAINT";
    public const string Rate = "RATE";
    public const string ChangeLanguage = "LANGUAGE";
    public const string Help = "HELP";
    public const string Cancel = "CANCEL";
    public const string Thanks = "THANKS";

    /// <summary>Nothing the bureau does; its topic says who does.</summary>
    public const string OffTopic = "OFFTOPIC";

    /// <summary>Life or limb, now; comes before everything else. Its topic says which.</summary>
    public const string Emergency = "EMERGENCY";

    public static ImmutableArray<string> All { get; } =
        [Greeting, Status, Materials, Human, Complaint, Rate, ChangeLanguage, Help, Cancel, Thanks, OffTopic, Emergency];
}
