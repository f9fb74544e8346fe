using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Operations;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Catalogues;

/// <summary>The bureau changes its catalogue without a deployment.</summary>
public sealed class CatalogueTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly byte[] BuiltIn = CataloguePackage.BuiltIn().ToZip();
    private static readonly byte[] Poorer = AlteredZip.With(BuiltIn, "parameters.yaml", "value: 730", "value: 250");
    private static readonly byte[] Slower = AlteredZip.With(
        AlteredZip.With(BuiltIn, "services/D1.2.yaml", "total_working_days: 20", "total_working_days: 25"), "services/D1.2.yaml", "by_working_day: 3,", "by_working_day: 9,");

    private static readonly HouseholdFacts WithoutSpending = Applications.Household with { YearlyMedicalSpending = 0, YearlyRehabilitationSpending = 0, YearlyEducationSpending = 0 };

    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public async Task A_lower_standard_counts_from_its_day_on()
    {
        await using var office = await Office.OpenAsync(azurite);
        var version = await PublishedAsync(office, Poorer);
        await ActivateAsync(office, version, Today.AddDays(1));

        var today = await VerdictAsync(office);
        await office.MoveToAsync(Office.Morning.AddDays(1));

        Assert.Equal(("likely", "unlikely"), (today, await VerdictAsync(office)));
    }

    [Fact]
    public async Task Going_back_to_the_catalogue_built_in_is_an_activation_like_any_other()
    {
        await using var office = await Office.OpenAsync(azurite);
        await ActivateAsync(office, await PublishedAsync(office, Poorer), Today);
        var changed = await VerdictAsync(office);

        await ActivateAsync(office, CataloguePackage.BuiltIn().Version, Today);

        Assert.Equal(("unlikely", "likely"), (changed, await VerdictAsync(office)));
    }

    [Fact]
    public async Task An_open_case_keeps_its_limits_and_stages_when_another_version_comes_into_force()
    {
        await using var office = await Office.OpenAsync(azurite);
        var before = await Journey.BeginAsync(office);
        await ActivateAsync(office, await PublishedAsync(office, Slower), Today.AddDays(1));
        await office.MoveToAsync(Office.Morning.AddDays(1));
        var after = await ReceiptAsync(office);

        var collected = await before.CollectAsync();
        var survey = await before.TaskAsync("survey-r1", Town.Officer);

        Assert.Equal((new DateOnly(2026, 12, 22), new DateOnly(2026, 12, 30)), ((await before.SeeAsync()).DueOn, after.DueOn));
        Assert.Equal((new DateOnly(2026, 11, 27), new DateOnly(2026, 12, 8)), (collected.DueOn, survey.DueOn));
    }

    [Fact]
    public async Task An_open_case_is_explained_by_the_standard_it_was_taken_under()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await ActivateAsync(office, await PublishedAsync(office, Poorer), Today);

        var task = await journey.TaskAsync("collect-r1", Town.Agent);

        Assert.Contains(task.Findings, finding => finding is { Rule: "income-below-standard", Holds: true });
    }

    [Fact]
    public async Task A_case_goes_by_its_version_after_a_restart()
    {
        await using var office = await Office.OpenAsync(azurite);
        await ActivateAsync(office, await PublishedAsync(office, Slower), Today);
        var journey = await Journey.BeginAsync(office);
        await ActivateAsync(office, CataloguePackage.BuiltIn().Version, Today);

        await office.RestartAsync();

        Assert.Equal(new DateOnly(2026, 12, 7), (await journey.TaskAsync("collect-r1", Town.Agent)).DueOn);
        Assert.Equal(new DateOnly(2026, 12, 29), (await journey.SeeAsync()).DueOn);
    }

    [Fact]
    public async Task The_catalogue_built_in_is_kept_for_the_programs_to_come()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Journey.BeginAsync(office);
        var store = office.Services.GetRequiredService<CatalogueStore>();

        var kept = await store.ReadAsync(CataloguePackage.BuiltIn().Version);

        Assert.Equal(CataloguePackage.BuiltIn().Version, CataloguePackage.OfZip(kept!).Version);
    }

    [Fact]
    public async Task A_case_says_by_which_catalogue_it_goes()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        var entries = (await office.Services.GetRequiredService<CaseJournal>().ReadAsync(journey.CaseId)).Entries;

        Assert.Equal(CataloguePackage.BuiltIn().Version, Assert.IsType<Submitted>(entries[0].Event).CatalogueVersion);
    }

    [Fact]
    public async Task A_catalogue_with_mistakes_is_refused_line_by_line_and_changes_nothing()
    {
        await using var office = await Office.OpenAsync(azurite);
        using var answer = await PublishAsync(office, AlteredZip.With(BuiltIn, "services/D1.2.yaml", "total_working_days: 20", "total_working_days: 900"));
        var problem = await Office.ProblemAsync(answer);

        Assert.Equal((422, ProblemCodes.BrokenCatalogue), (problem.Status, problem.Code));
        // Wherever the line stands today.
        Assert.All(problem.Errors!.Keys, line => Assert.Matches("^services/D1.2.yaml:[0-9]+$", line));
        Assert.Contains(problem.Errors.Values, words => words.Contains("时限互相矛盾：total_working_days: 900"));
        Assert.DoesNotContain((await BookAsync(office)).Versions, version => version.By == Town.Reviewer);
    }

    [Theory]
    [InlineData("../../acts.yaml")]
    [InlineData("/acts.yaml")]
    public async Task A_path_that_leads_out_is_refused(string path)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await PublishAsync(office, AlteredZip.Of((path, "acts: []")));

        Assert.Contains((await Office.ProblemAsync(answer)).Errors!["*:0"], line => line.Contains(path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_zip_that_swells_is_refused()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await PublishAsync(office, AlteredZip.Of(Enumerable.Range(0, 10).Select(number => ($"services/{number}.yaml", new string(' ', 10 * 1024 * 1024)))));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task More_than_two_megabytes_are_not_read()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await PublishAsync(office, new byte[(2 * 1024 * 1024) + 1]);

        Assert.Equal((413, ProblemCodes.TooLarge), await Office.ProblemAsync(answer) is var problem ? (problem.Status, problem.Code) : default);
    }

    [Theory]
    [InlineData(Town.Resident)]
    [InlineData(Town.Agent)]
    [InlineData(Town.Officer)]
    [InlineData(Town.Chief)]
    [InlineData(Town.Filing)]
    public async Task Who_is_not_of_the_bureau_changes_no_catalogue(string who)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var published = await PublishAsync(office, Poorer, who);
        using var activated = await office.SendAsync(HttpMethod.Post, "catalogues/1/activations", who, new PutInForce(Today));
        using var read = await office.SendAsync(HttpMethod.Get, Routes.Catalogues, who);

        Assert.Equal([403, 403, 403], new[] { (int)published.StatusCode, (int)activated.StatusCode, (int)read.StatusCode });
    }

    [Fact]
    public async Task The_same_catalogue_twice_is_one_version()
    {
        await using var office = await Office.OpenAsync(azurite);
        using var first = await PublishAsync(office, Poorer);
        using var second = await PublishAsync(office, Poorer);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(await Office.ReadAsync<CatalogueVersionView>(first), await Office.ReadAsync<CatalogueVersionView>(second));
    }

    [Fact]
    public async Task A_note_is_kept_in_its_own_words()
    {
        await using var office = await Office.OpenAsync(azurite);
        await PublishedAsync(office, Poorer);

        Assert.Equal("低保标准调整", (await BookAsync(office)).Versions[0].Note);
    }

    [Fact]
    public async Task The_past_is_not_changed_afterwards()
    {
        await using var office = await Office.OpenAsync(azurite);
        var version = await PublishedAsync(office, Poorer);

        using var answer = await office.SendAsync(HttpMethod.Post, $"catalogues/{version}/activations", Town.Reviewer, new PutInForce(Today.AddDays(-1)));

        Assert.Equal(["from"], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    [Fact]
    public async Task A_version_nobody_handed_in_cannot_be_put_in_force()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, "catalogues/77/activations", Town.Reviewer, new PutInForce(Today));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Of_two_who_change_at_once_one_wins_and_the_other_is_told()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (poorer, slower) = (await PublishedAsync(office, Poorer), await PublishedAsync(office, Slower));
        var seen = (await BookAsync(office)).Activations.Count;

        using var first = await office.SendAsync(HttpMethod.Post, $"catalogues/{poorer}/activations", Town.Reviewer, new PutInForce(Today.AddDays(1), Seen: seen));
        using var second = await office.SendAsync(HttpMethod.Post, $"catalogues/{slower}/activations", Town.Reviewer, new PutInForce(Today.AddDays(1), Seen: seen));

        Assert.Equal((HttpStatusCode.Created, ProblemCodes.SomebodyWasFirst), (first.StatusCode, (await Office.ProblemAsync(second)).Code));
        Assert.Equal([poorer], (await BookAsync(office)).Activations.Where(activation => activation.State == "planned").Select(activation => activation.Version));
    }

    [Fact]
    public async Task A_version_that_broke_in_storage_is_not_put_in_force()
    {
        await using var office = await Office.OpenAsync(azurite);
        var id = CataloguePackage.OfZip(Poorer).Version;
        await office.Services.GetRequiredService<CatalogueStore>().PublishAsync(id, Slower, "staff:other", Office.Morning, null);

        using var answer = await office.SendAsync(HttpMethod.Post, $"catalogues/{id}/activations", Town.Reviewer, new PutInForce(Today));

        Assert.Equal(ProblemCodes.BrokenCatalogue, (await Office.ProblemAsync(answer)).Code);
    }

    [Fact]
    public async Task A_broken_version_in_the_book_leaves_the_last_good_one_in_force_and_an_operator_sees_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        await ActivateAsync(office, await PublishedAsync(office, Poorer), Today);
        var store = office.Services.GetRequiredService<CatalogueStore>();
        await store.PublishAsync("0123456789abcdef", Slower, "staff:other", Office.Morning, null);
        await store.ActivateAsync("0123456789abcdef", Today.AddDays(1), "staff:other", Office.Morning, null);

        await office.MoveToAsync(Office.Morning.AddDays(1));
        await office.Services.GetRequiredService<CatalogueShelf>().RefreshAsync(default);
        var health = (await office.GetAsync<HealthReport>(Routes.Health, null)).Catalogue!;

        Assert.Equal(("unlikely", CataloguePackage.OfZip(Poorer).Version), (await VerdictAsync(office), health.Version));
        Assert.Contains("0123456789abcdef", health.Fault);
    }

    [Theory]
    [InlineData("2018-05-28", 55)]
    [InlineData("2018-05-29", 30)]
    [InlineData("2022-01-01", 20)]
    public async Task An_application_takes_the_procedure_of_its_day(string day, int workingDays)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        await using var office = await Office.OpenAsync(azurite, opening: new DateTimeOffset(on, new TimeOnly(9, 0), TimeSpan.FromHours(8)));

        var receipt = await ReceiptAsync(office);

        Assert.Equal((on, CityCatalogue.Load().Calendar.After(on, workingDays).On), (receipt.AcceptedOn, receipt.DueOn));
    }

    [Fact]
    public void Nothing_that_outlives_a_request_holds_a_catalogue()
    {
        var holders = typeof(BackOffice).Assembly.GetTypes()
            .Where(type => type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.ParameterType == typeof(CityCatalogue)))
            .Where(type => !type.GetMethods().Any(method => method.IsDefined(typeof(Microsoft.Azure.Functions.Worker.FunctionAttribute), inherit: false)));

        Assert.Equal(["CaseCourse", "CaseFile", "FigureWords", "FormDraft", "MeaningWords", "ParameterText", "PresentedApplication", "Reading", "Submission", "SubmissionReading"], holders.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    private static async Task<string> PublishedAsync(Office office, byte[] zip)
    {
        using var answer = await PublishAsync(office, zip);
        return (await Office.ReadAsync<CatalogueVersionView>(answer)).Version;
    }

    private static Task<HttpResponseMessage> PublishAsync(Office office, byte[] zip, string who = Town.Reviewer)
    {
        var content = new ByteArrayContent(zip);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        content.Headers.Add(Headers.Note, Uri.EscapeDataString("低保标准调整"));
        return office.SendAsync(HttpMethod.Post, Routes.Catalogues, who, content);
    }

    private static async Task ActivateAsync(Office office, string version, DateOnly from)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, $"catalogues/{version}/activations", Town.Reviewer, new PutInForce(from));
        await Office.ReadAsync<CatalogueActivationView>(answer);
    }

    private static Task<CatalogueBook> BookAsync(Office office) => office.GetAsync<CatalogueBook>(Routes.Catalogues, Town.Reviewer);

    private static async Task<string> VerdictAsync(Office office)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, new EligibilityRequest(WithoutSpending, ["D1.2"]));
        return (await Office.ReadAsync<EligibilityResponse>(answer)).Verdicts[0].Verdict;
    }

    private static async Task<CaseReceipt> ReceiptAsync(Office office)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, Applications.Ordinary(mandate: false));
        return await Office.ReadAsync<CaseReceipt>(answer);
    }
}
