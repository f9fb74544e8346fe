using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Functions.Tests.FrontDoor;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

/// <summary>No stranger floods a desk with applications, and none keeps somebody else from applying.</summary>
public sealed class ApplicationPaceTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const int Most = 3;

    [Fact]
    public async Task One_conversation_hands_in_so_many_a_day_and_is_told_where_to_go_instead()
    {
        await using var office = await OpenAsync();
        var first = Applications.Ordinary();

        var answers = new List<HttpStatusCode>();
        foreach (var application in (SubmitCase[])[first, .. Enumerable.Range(0, Most).Select(_ => Applications.Ordinary())])
            answers.Add(await ApplyAsync(office, Town.Resident, application));
        using var refused = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, Applications.Ordinary());
        var problem = await Office.ProblemAsync(refused);

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Created, Most), HttpStatusCode.TooManyRequests], answers);
        Assert.Equal((HttpStatusCode.TooManyRequests, ProblemCodes.TooManyApplications), (refused.StatusCode, problem.Code));
        Assert.Contains("窗口", problem.Detail, StringComparison.Ordinal);
        // What was taken stays taken, and is found again.
        Assert.Equal(HttpStatusCode.OK, await ApplyAsync(office, Town.Resident, first));
        Assert.Equal(Most, (await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident)).Length);
    }

    [Fact]
    public async Task The_next_day_they_go_on_and_others_never_had_to_stop()
    {
        await using var office = await OpenAsync();
        for (var each = 0; each <= Most; each++)
            await ApplyAsync(office, Town.OtherResident, Applications.Ordinary());

        Assert.Equal(HttpStatusCode.Created, await ApplyAsync(office, Town.Resident, Applications.Ordinary()));
        await office.MoveToAsync(office.Clock.GetUtcNow().AddDays(1));
        Assert.Equal(HttpStatusCode.Created, await ApplyAsync(office, Town.OtherResident, Applications.Ordinary()));
    }

    [Fact]
    public async Task For_one_person_and_service_only_so_many_come_in_but_what_they_apply_for_themselves_and_with_their_agent()
    {
        await using var office = await OpenAsync();
        await ApplyAsync(office, Town.Resident, Applications.Ordinary());
        await office.SettleAsync();
        await ProofTests.ProveAsync(office, Town.Resident);
        var answers = new List<HttpStatusCode>();
        for (var stranger = 0; stranger < 4; stranger++)
        {
            for (var each = 0; each < Most; each++)
                answers.Add(await ApplyAsync(office, $"resident:c3RyYW5nZXIxMjM0NTY3{stranger:00}", Applications.Ordinary()));
        }

        // The person's own first one is counted, too: nobody had proven anything then.
        Assert.Equal(3 * Most - 1, answers.Count(answer => answer == HttpStatusCode.Created));
        Assert.Equal(HttpStatusCode.Created, await ApplyAsync(office, Town.Resident, Applications.Ordinary()));
        await Mandates.SigningByCodeTests.ApplyAsync(office, Town.Agent, Applications.Ordinary() with { Mandate = new MandateOffer("village", Agent: "shi-agent", Acts: [.. Domain.Cases.MandateActs.All]) { SignLater = true } });
    }

    private Task<Office> OpenAsync() => Office.OpenAsync(azurite, services: services => services.AddSingleton(
        (BackOfficeSettings)services.Last(known => known.ServiceType == typeof(BackOfficeSettings)).ImplementationInstance! with { ApplicationsOfConversation = Most }));

    private static async Task<HttpStatusCode> ApplyAsync(Office office, string who, SubmitCase application)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, who, application);
        return answer.StatusCode;
    }
}
