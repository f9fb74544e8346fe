using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Storage;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Running;

/// <summary>One case on its way: each step does what its person would do and waits until the process has caught up.</summary>
internal sealed class Journey
{
    private const decimal Amount = 1620;

    private Journey(Office office, string caseId)
    {
        Office = office;
        CaseId = caseId;
    }

    public Office Office { get; }

    public string CaseId { get; }

    public static Task<Journey> BeginAsync(Office office, bool mandate = true) => BeginAsync(office, Applications.Ordinary(mandate));

    public static async Task<Journey> BeginAsync(Office office, SubmitCase application)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application);
        var receipt = await Office.ReadAsync<CaseReceipt>(answer);
        await office.SettleAsync();
        return new(office, receipt.CaseId);
    }

    public async Task<HttpResponseMessage> TryAsync(string taskId, string who, TaskOutcome outcome)
    {
        var answer = await Office.SendAsync(HttpMethod.Post, $"cases/{CaseId}/tasks/{taskId}/outcome", who, outcome);
        await Office.SettleAsync();
        return answer;
    }

    public async Task<TaskView> DoAsync(string taskId, string who, TaskOutcome outcome)
    {
        using var answer = await TryAsync(taskId, who, outcome);
        return await Office.ReadAsync<TaskView>(answer);
    }

    /// <summary>The resident sends a photo of a paper.</summary>
    /// <param name="photo">The same again where it is called the same; <c>null</c>: another each time.</param>
    public async Task SendPaperAsync(string material, string? photo = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Routes.Prefix}cases/{CaseId}/documents") { Content = new ByteArrayContent(SampleFiles.Photo(photo ?? Guid.NewGuid().ToString())) };
        request.Content.Headers.ContentType = new("image/jpeg");
        request.Headers.Authorization = new("Bearer", Office.Token(Town.Resident));
        request.Headers.Add(Headers.Material, material);
        request.Headers.Add(Headers.FileName, "photo.jpg");
        using var answer = await Office.SendRawAsync(request);
        _ = await Office.ReadAsync<DocumentView>(answer);
        await Office.SettleAsync();
    }

    /// <summary>Applies for a service as who has an agent does.</summary>
    public static async Task<Journey> ApplyAsync(Office office, string service)
    {
        var form = Applications.Together(service);
        using var list = await office.SendAsync(HttpMethod.Post, Routes.Materials, null, new MaterialListRequest(form.Household, [service], form.MandateToAgent));
        using var answer = await office.SendAsync(
            HttpMethod.Post, Routes.Applications, Town.Resident,
            form with { Materials = [.. (await Office.ReadAsync<MaterialListView>(list)).Papers.Select(paper => paper.Code)] });
        var receipt = await Office.ReadAsync<ApplicationReceipt>(answer);
        await office.SettleAsync();
        return new(office, receipt.Cases[0].CaseId);
    }

    /// <summary>A case that is there already.</summary>
    public static Journey Of(Office office, string caseId) => new(office, caseId);

    public Task<TaskView> CollectAsync(string who = Town.Agent) =>
        DoAsync("collect-r1", who, new(ActNames.Collected, Materials: ["M04", "M05", "M07"]));

    /// <summary>Both investigators sign.</summary>
    /// <returns>The card of the first, when both have.</returns>
    public async Task<TaskView> SurveyAsync()
    {
        await DoAsync("survey-r1", Town.Officer, Surveyed);
        await DoAsync("survey-cosign-r1", Town.Second, new(ActNames.Cosigned));
        return await TaskAsync("survey-r1", Town.Officer);
    }

    /// <summary>What the first investigator hands in.</summary>
    public static TaskOutcome Surveyed => new(ActNames.Surveyed, MonthlyIncomeFound: 1300, MembersFound: 4) { Second = "zhai-deputy" };

    /// <summary>The representatives are called, meet and agree; their signed minutes are in the file.</summary>
    public async Task<TaskView> AppraiseAsync(int round = 1)
    {
        await DoAsync($"appraise-r{round}", Town.Officer, new(ActNames.Convene) { Representatives = ["甲", "乙", "丙"] });
        await UploadAsync(Town.Officer, OfficePapers.AppraisalMinutes);
        return await DoAsync($"appraise-r{round}", Town.Officer, new(ActNames.Appraised)
        {
            Present = ["甲", "乙", "丙"], Order = MeetingOrder.All, VotesFor = 2, VotesAgainst = 1, VotesAbstained = 0,
        });
    }

    /// <summary>A photo for the case.</summary>
    public async Task UploadAsync(string who, string material)
    {
        var photo = new ByteArrayContent(SampleFiles.Photo());
        photo.Headers.Add(Headers.Material, material);
        using var answer = await Office.SendAsync(HttpMethod.Post, $"cases/{CaseId}/documents", who, photo);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await Office.SettleAsync();
    }

    public Task<TaskView> VerifyAsync() => DoAsync("verify-r1", Town.Officer, new(ActNames.Verified, Verification: "consistent"));

    public Task<TaskView> ProposeAsync(int round = 1) =>
        DoAsync($"review-r{round}", Town.Officer, new(ActNames.Propose, Amount: Amount));

    public async Task HangNoticeAsync(int round = 1)
    {
        await DoAsync($"notice-r{round}", Town.Officer, new(ActNames.NoticePosted));
        await Office.MoveToAsync(Office.Clock.GetUtcNow().AddDays(8));
    }

    public Task<TaskView> ApproveAsync(int round = 1) =>
        DoAsync($"decide-r{round}", Town.Chief, new(ActNames.Approve, Amount: Amount));

    public Task<TaskView> FileAsync(int round = 1) => DoAsync($"file-r{round}", Town.Filing, new(ActNames.Filed));

    /// <summary>As far as the chief representative's desk.</summary>
    public async Task ToDecisionAsync()
    {
        await CollectAsync();
        await SurveyAsync();
        await VerifyAsync();
        await ProposeAsync();
        await HangNoticeAsync();
    }

    public Task<CaseView> SeeAsync() => Office.GetAsync<CaseView>($"cases/{CaseId}", Town.Resident);

    public Task<TaskView> TaskAsync(string taskId, string who) => Office.GetAsync<TaskView>($"cases/{CaseId}/tasks/{taskId}", who);

    public async Task<string[]> DeskOfAsync(string who) =>
        [.. (await Office.GetAsync<TaskView[]>(Routes.Work, who)).Select(view => view.TaskId)];

    /// <summary>Every notice sent so far that reaches its reader, once, in no order, each with all that they are told.</summary>
    public async Task<IReadOnlyList<Notice>> NoticesAsync()
    {
        var queue = Office.Services.GetRequiredService<NoticeQueue>();
        var notices = new List<Notice>();
        while (await queue.ReceiveAsync(32) is { Count: > 0 } batch)
        {
            foreach (var received in batch)
            {
                if (notices.All(told => told.NoticeId != received.Notice.NoticeId) && await WholeAsync(received.Notice) is { } whole)
                    notices.Add(whole);
                await queue.DeleteAsync(received);
            }
        }
        return notices;
    }

    // What came too late for its reader goes to who is to hear it now, and is read there.
    private async Task<Notice?> WholeAsync(Notice notice)
    {
        if (!NoticeWords.AreAskedFor(notice))
            return notice;
        using var answer = await Office.SendAsync(HttpMethod.Get, $"my/notices/{notice.NoticeId}", notice.To);
        return answer.StatusCode == System.Net.HttpStatusCode.Gone ? null : notice with { Data = (await Office.ReadAsync<NoticeTelling>(answer)).Data };
    }
}
