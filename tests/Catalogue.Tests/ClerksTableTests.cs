using OneVisit.Domain.Law;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Tests;

/// <summary>The overview that clerks read says what the files say.</summary>
public sealed class ClerksTableTests
{
    private static readonly DateOnly Written = new(2026, 11, 24);

    [Fact]
    public void The_table_has_a_row_of_every_service_in_order() =>
        Assert.Equal(CityCatalogue.Load().Services.Select(Row), Lines().Where(line => line.StartsWith("| D", StringComparison.Ordinal) || line.StartsWith("| A", StringComparison.Ordinal)));

    private static string Row(Service service)
    {
        var procedure = service.ProcedureOn(Written);
        string[] cells =
        [
            service.Code, service.Name.Zh, service.Name.En, Way(service), procedure.Decider!.Name.Zh, $"{procedure.TotalWorkingDays}",
            procedure switch { { StatutoryWorkingDays: { } days } => $"{days}", { StatutoryCalendarDays: { } days } => $"{days} 天", _ => "—" },
            procedure.PublicNoticeDays is { } notice ? $"{notice}" : "—", service.Status.Code(),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string Way(Service service) => service switch
    {
        { Kind: ServiceKind.Delegated } => "委托",
        { Mode: AgentMode.Full } => "代办",
        _ => "帮办",
    };

    private static string[] Lines()
    {
        using var reader = new StreamReader(typeof(ClerksTableTests).Assembly.GetManifestResourceStream("Catalogue/README.md")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }
}
