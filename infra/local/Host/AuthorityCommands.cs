using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using OneVisit.Catalogue;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Directories.Files;
using OneVisit.Functions.Issuing;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Process;
using OneVisit.Local.Azurite;
using OneVisit.Storage;

namespace OneVisit.Local.Host;

/// <summary>
/// The first authority matrices of a city: a proposal as a file, which the bureau goes through, and what came of it written to the points. A point that has a matrix is left
/// alone: from then on somebody of the city changes it at their desk, under their name.
/// </summary>
internal static class AuthorityCommands
{
    public const string Export = "authority";
    public const string Publish = "publish-authority";

    /// <returns>0 when the file is written.</returns>
    /// <exception cref="LocalSetupException">An option nobody knows, or a file that cannot be written.</exception>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var (file, kind, language) = DirectoryCommand.FileOf(Export, arguments);
        var catalogue = CityCatalogue.Load();
        var lines = (
            from township in catalogue.Places.Townships
            where township.Active
            let point = Offices.Id(OfficeLevel.Township, township.Code)
            from service in catalogue.Services
            where service.IsDelegated
            select (point, new AuthorityGrant(service.Code, Role.ChiefRepresentative, default, OfficeNames.SealOf(point), OfficeNames.Bureau.Zh))).ToArray();
        DirectoryCommand.Write(file, new DirectoryFiles().Write(AuthoritySheet.Write(lines, language), kind));
        output.WriteLine($"{file}: {lines.Length} lines, every delegated item to the chief representative of every point, without a limit. Strike what is not delegated, write limits, then: {Publish} {file} --note TEXT");
        return 0;
    }

    /// <returns>0 when every point has the lines of the file, 1 when not.</returns>
    /// <exception cref="LocalSetupException">An option nobody knows, a file that cannot be read, or no storage to be had.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken ct = default)
    {
        var wish = CityWish.Parse(Publish, arguments, "a file");
        if (PlainText.Of(wish.Note) is not { Length: >= Limits.ReasonShortest and <= Limits.ReasonLongest } reason)
            throw new LocalSetupException(string.Create(CultureInfo.InvariantCulture, $"{Publish} needs --note with the decision that it rests on, {Limits.ReasonShortest} to {Limits.ReasonLongest} characters: it stands in each point's journal."));
        using var file = new MemoryStream(wish.ReadFile());
        var reading = new DirectoryFiles().Read(file, Path.GetFileName(wish.Subject!));
        if (reading is not DirectoryFileReading.Good { Tables: var tables })
            return PublishDirectory.Refuse(((DirectoryFileReading.Faulty)reading).Faults, 0, output);
        await using var storage = await CityStorage.OpenAsync(wish.Elsewhere, wish.City, output, ct);
        var (account, clock) = (storage.Account, storage.Clock);
        var catalogue = await new CatalogueShelf(new CatalogueStore(account), clock, new DirectoryShelf(new DirectoryStore(account), clock)).CurrentAsync(ct);
        var sheet = AuthoritySheet.Read(tables, catalogue.Places, item => catalogue.Find(item)?.IsDelegated == true, clock.Today());
        if (sheet is not AuthorityReading.Good { Points: var wanted })
            return PublishDirectory.Refuse(((AuthorityReading.Faulty)sheet).Faults.Faults, ((AuthorityReading.Faulty)sheet).Faults.More, output);
        var book = new OversightBook(account);
        var points = new Points(new SupervisionJournal(account), book, new WorkQueue(account), new StaffDirectory(account), new CaseBell(NullLogger<CaseBell>.Instance), clock);
        var allDone = true;
        foreach (var (point, lines) in wanted)
        {
            var before = await points.FindAsync(point, ct);
            // The back office looks after it within minutes: a decision that lies with the bureau for want of authority goes to the point.
            if (before.Version == 0) await book.PutOpenAsync(new OpenMatter(MatterNumber.OfPoint(point), 0, clock.GetUtcNow()), ct);
            await points.SeedAsync(point, lines, reason, ct);
            var isSo = lines.All(line => before.Version == 0 || before.Lines.Any(known => known.Grant with { From = line.From } == line));
            output.WriteLine($"{point}: {(before.Version == 0 ? $"{lines.Length} lines" : isSo ? "has these lines already" : "has a matrix already, left as it is; somebody of the city changes it at their desk (授权)")}");
            allDone &= isSo;
        }
        return allDone ? 0 : 1;
    }
}
