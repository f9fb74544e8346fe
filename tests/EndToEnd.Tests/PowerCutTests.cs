using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Local.Azurite;

namespace OneVisit.EndToEnd.Tests;

/// <summary>The whole host is killed in the middle of a case and started again on its folder.</summary>
public sealed class PowerCutTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("onevisit-cut-").FullName;
    private readonly int _port = Ports.Free();
    private readonly CookieContainer _cookies = new();

    public PowerCutTests() => City.SetClock(_folder);

    private Uri PublicUrl => new($"http://localhost:{_port}/");

    [OwnCityFact]
    public async Task A_case_goes_on_where_it_was()
    {
        string caseId;
        await using (var host = await StartAsync())
        {
            using var resident = await Resident.OpenAsync(PublicUrl, _cookies);
            caseId = await resident.FileAsync();
            await ActAsync(Journey.Agent, caseId, "collect-r1", ActNames.Collected, new { materials = "M04,M05,M07" });
            await host.KillAsync();
        }

        await using var again = await StartAsync();
        await ActAsync(Journey.Officer, caseId, "verify-r1", ActNames.Verified, new { verification = "consistent" });
        await ActAsync(Journey.Officer, caseId, "survey-r1", ActNames.Surveyed, new { second = Journey.Second, incomeFound = "1200", membersFound = "4" });
        await ActAsync(Journey.Second, caseId, "survey-cosign-r1", ActNames.Cosigned, new { });
        await ActAsync(Journey.Officer, caseId, "review-r1", ActNames.ProposeRefusal, new { refusalReason = "核对发现名下有汽车" });
        await ActAsync(Journey.Chief, caseId, "decide-r1", ActNames.Refuse, new { refusalReason = "名下有汽车，不符合规定" });
        using var returned = await Resident.OpenAsync(PublicUrl, _cookies);
        await returned.Chat.HearAsync(Words.Zh("RateAsk"));

        Assert.Contains(Words.Zh("CaseRefused"), await returned.SayAsync("我的办件"));
    }

    [OwnCityFact]
    public async Task An_application_cut_off_while_it_was_handed_in_becomes_one_case()
    {
        await using (var host = await StartAsync())
        {
            using var resident = await Resident.OpenAsync(PublicUrl, _cookies);
            await resident.ToSummaryAsync();
            using var window = await Resident.OpenAsync(PublicUrl, _cookies);
            var submitting = resident.SubmitAsync();
            await window.Chat.UntilAsync(() => window.Chat.Heard.Any(said => said["text"]?.ToString() == "提交"));
            await host.KillAsync();
            await Task.WhenAny(submitting); // Cut off, or answered at the last moment: either way there is one case in the end.
        }

        await using var again = await StartAsync();
        using var returned = await Resident.OpenAsync(PublicUrl, _cookies);
        var first = Resident.CaseIdIn(await returned.SubmitAsync());
        var second = Resident.CaseIdIn(await returned.SubmitAsync());
        var mine = await returned.SayAsync("我的办件");

        Assert.Equal(first, second);
        Assert.Equal(first, Resident.CaseIdIn(mine));
        Assert.DoesNotContain(Words.Zh("CasesHere", 2), mine);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<HostProcess> StartAsync()
    {
        var host = HostProcess.Start(_folder, _port);
        await host.OpenAsync();
        return host;
    }

    private async Task ActAsync(string staffId, string caseId, string taskId, string act, object inputs)
    {
        using var desk = await Chat.AsStaffAsync(PublicUrl, staffId);
        var answer = await desk.PressAsync(await desk.CardAsync(caseId, taskId), act, inputs);
        // A survey takes two signatures.
        Assert.Contains(act == ActNames.Surveyed ? Words.Zh("StaffSurveySigned", caseId, Journey.SecondName) : Words.Zh("StaffDone", caseId, Words.Name("acted", act)), answer);
    }
}
