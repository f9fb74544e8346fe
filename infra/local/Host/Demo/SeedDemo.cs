using Microsoft.Extensions.Logging.Abstractions;
using OneVisit.Catalogue;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Process;
using OneVisit.Local.Year.World;
using OneVisit.Storage;

namespace OneVisit.Local.Host.Demo;

/// <summary>
/// The staff of the demonstration and what was delegated to its points, written into a storage of this machine that another runtime works on, such as Core Tools.
/// The local city does it by itself.
/// </summary>
internal static class SeedDemo
{
    public const string Command = "seed-demo";

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken ct = default)
    {
        await using var storage = await CityStorage.OpenAsync(CityOptions.Parse(arguments), output, ct);
        var account = storage.Account;
        await account.EnsureCreatedAsync(ct);
        var staff = new StaffDirectory(account);
        await staff.SeedAsync(DemoStaff.All, ct);
        var bell = new CaseBell(NullLogger<CaseBell>.Instance);
        var points = new Points(new SupervisionJournal(account), new OversightBook(account), new WorkQueue(account), staff, bell, TimeProvider.System);
        await Delegations.SeedAsync(points, CityCatalogue.Load(), ct);
        output.WriteLine($"{DemoStaff.All.Count} people of the demonstration are at their posts.");
        return 0;
    }
}
