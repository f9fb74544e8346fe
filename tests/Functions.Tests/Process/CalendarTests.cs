using System.Net.Http.Headers;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

/// <summary>The holidays of 2027 come out while a case waits for a day in January.</summary>
public sealed class CalendarTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    // Made up: nobody knows it yet.
    private const string Year2027 = """
        year: 2027
        source_status: verified
        source: { act: holidays }
        working_days: 260
        holidays:
          - 2027-01-01 .. 2027-01-03
        make_up_days: []
        """;

    [Fact]
    public async Task The_day_becomes_firm_by_itself_and_the_resident_is_told_that_it_moved()
    {
        await using var office = await Office.OpenAsync(azurite, opening: new DateTimeOffset(2026, 12, 10, 1, 0, 0, TimeSpan.Zero));
        var journey = await Journey.BeginAsync(office);
        var before = await journey.SeeAsync();
        await office.SettleAsync();

        await PublishAsync(office);
        await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(6));
        await UntilAsync(async () => !(await journey.SeeAsync()).DueIsProvisional);
        await office.SettleAsync();

        Assert.Equal((new DateOnly(2027, 1, 7), true, new DateOnly(2027, 1, 8)), (before.DueOn, before.DueIsProvisional, (await journey.SeeAsync()).DueOn));
        var told = Assert.Single((await journey.NoticesAsync()).DistinctBy(notice => notice.NoticeId), notice => notice.Kind == NoticeKinds.CaseDueChanged);
        Assert.Equal(("2027-01-07", "2027-01-08"), (told.Data["before"], told.Data["due"]));
    }

    private static async Task PublishAsync(Office office)
    {
        var content = new ByteArrayContent(AlteredZip.Adding(CataloguePackage.BuiltIn().ToZip(), "calendars/2027.yaml", Year2027));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        content.Headers.Add(Headers.Note, Uri.EscapeDataString("2027 年放假安排"));
        using var published = await office.SendAsync(HttpMethod.Post, Routes.Catalogues, Town.Reviewer, content);
        var version = (await Office.ReadAsync<CatalogueVersionView>(published)).Version;
        using var activated = await office.SendAsync(HttpMethod.Post, $"catalogues/{version}/activations", Town.Reviewer, new PutInForce(office.Clock.Today()));
        await Office.ReadAsync<CatalogueActivationView>(activated);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await holds())
            await again.WaitForNextTickAsync(patience.Token);
    }
}
