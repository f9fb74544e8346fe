using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Oversight;

public sealed class ComplaintTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static FileComplaint Complaint(string? caseId = null) => new(Guid.NewGuid().ToString(), "complaint", "工作人员态度不好，让我跑了三趟", caseId, "微信 abc");

    [Fact]
    public async Task Anybody_complains_without_a_name_and_fetches_the_answer_with_the_code()
    {
        await using var office = await Office.OpenAsync(azurite);

        var receipt = await FileAsync(office, Complaint());
        var open = await ShowAsync(office, receipt);
        await Bureau.DoAsync(office, receipt.ComplaintId, "answer-complaint-r1", Town.Reviewer, new(MatterActNames.Answered, Words: "核实了，已批评教育", Finding: "upheld"));
        var answered = await ShowAsync(office, receipt);

        // Fifteen working days from Tuesday 24 November.
        Assert.Equal(("open", new DateOnly(2026, 12, 15)), (open.Status, open.AnswerBy));
        Assert.Equal(("answered", "upheld", "核实了，已批评教育"), (answered.Status, answered.Finding, answered.Answer));
    }

    [Theory]
    [InlineData("WRONGCODE1")]
    [InlineData("")]
    public async Task Without_its_code_a_complaint_does_not_exist(string code)
    {
        await using var office = await Office.OpenAsync(azurite);
        var receipt = await FileAsync(office, Complaint());

        using var answer = await AskAsync(office, receipt.ComplaintId, code);

        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_same_complaint_sent_twice_is_one_and_has_the_same_code()
    {
        await using var office = await Office.OpenAsync(azurite);
        var complaint = Complaint();

        var first = await FileAsync(office, complaint);
        var again = await FileAsync(office, complaint);
        using var another = await office.SendAsync(HttpMethod.Post, Routes.Complaints, null, complaint with { Words = "其实是另一件事情" });

        Assert.Equal((first.ComplaintId, first.PickupCode), (again.ComplaintId, again.PickupCode));
        Assert.Equal(ProblemCodes.SameSubmissionOtherContent, (await Office.ProblemAsync(another)).Code);
        Assert.Single(await Bureau.DeskAsync(office, Town.Reviewer));
    }

    [Fact]
    public async Task What_happened_in_a_complaint_is_told_once_by_whoever_comes_first()
    {
        await using var office = await Office.OpenAsync(azurite);
        var receipt = await FileAsync(office, Complaint());
        var (matters, publisher) = (office.Services.GetRequiredService<MatterCabinet>(), office.Services.GetRequiredService<MatterPublisher>());
        var before = (await matters.FindAsync(receipt.ComplaintId, default))!;
        var reviewer = (await office.Services.GetRequiredService<StaffDirectory>().FindAsync(Town.Reviewer["staff:".Length..]))!;
        var acted = (MatterActed.Done)await matters.ActAsync(
            receipt.ComplaintId,
            (file, world, now) => MatterDecisions.Complete(file.Current, "answer-complaint-r1", new MatterForm(MatterActNames.Answered) { Words = "核实了，已批评教育", Finding = "upheld" }, reviewer, world, now), default);

        // Two who act at once both see to it that everything is told, and one who comes late with what was known before.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => publisher.PublishAsync(acted.File, null!, default)));
        await publisher.PublishAsync(before, null!, default);

        var told = await Journey.Of(office, "").NoticesAsync();
        Assert.NotEmpty(told);
        Assert.Equal(told.Select(notice => notice.NoticeId).Distinct().Order(), told.Select(notice => notice.NoticeId).Order());
    }

    [Fact]
    public async Task A_case_complained_about_is_marked_visited_and_drawn()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);

        await FileAsync(office, Complaint(journey.CaseId));
        await office.SettleAsync();
        var desk = await Bureau.DeskAsync(office, Town.Reviewer);
        var draw = await Bureau.DrawAsync(office);

        Assert.Equal(["answer-complaint", "visit-household"], desk.Select(task => task.Kind).Order());
        Assert.Contains((await journey.SeeAsync()).Timeline, entry => entry.Kind == "visit-ordered");
        Assert.Contains("complaint", draw.Drawn.Single(drawn => drawn.CaseId == journey.CaseId).Reasons);
    }

    [Fact]
    public async Task A_case_complained_about_a_month_later_is_drawn_all_the_same()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);

        await office.MoveToAsync(new DateTimeOffset(2027, 1, 20, 2, 0, 0, TimeSpan.Zero));
        await FileAsync(office, Complaint(journey.CaseId));
        var draw = await Bureau.DrawAsync(office);

        Assert.Contains("complaint", Assert.Single(draw.Drawn).Reasons);
        Assert.DoesNotContain((await Bureau.DrawAsync(office, "2026-12")).Drawn, drawn => drawn.Reasons.Contains("complaint"));
    }

    [Fact]
    public async Task While_a_case_is_open_its_desks_see_that_it_was_complained_about()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        await FileAsync(office, Complaint(journey.CaseId));
        await office.SettleAsync();

        Assert.Contains("complained-about", (await journey.TaskAsync("collect-r1", Town.Agent)).Unusual);
    }

    [Fact]
    public async Task What_was_written_and_by_whom_is_seen_only_at_the_city()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);
        var receipt = await FileAsync(office, Complaint(journey.CaseId));

        using var chief = await office.SendAsync(HttpMethod.Get, $"cases/{receipt.ComplaintId}/tasks/answer-complaint-r1", Town.Chief);
        var city = await office.GetAsync<TaskView>($"cases/{receipt.ComplaintId}/tasks/answer-complaint-r1", Town.Reviewer);

        Assert.Equal(403, (int)chief.StatusCode);
        Assert.Equal("工作人员态度不好，让我跑了三趟\n微信 abc", city.Story);
        Assert.DoesNotContain(office.Logs.Lines, line => line.Contains("微信 abc", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_appeals_is_told_of_reconsideration_and_court()
    {
        await using var office = await Office.OpenAsync(azurite);

        Assert.Contains("行政复议", (await FileAsync(office, Complaint() with { Kind = "appeal" })).Guidance, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("submissionId", "short", "complaint", "说得够长了吧", null)]
    [InlineData("kind", "0123456789abcdef", "praise", "说得够长了吧", null)]
    [InlineData("words", "0123456789abcdef", "complaint", "  短 ", null)]
    [InlineData("caseId", "0123456789abcdef", "complaint", "说得够长了吧", "XT261124-ZZZZZZ")]
    public async Task What_is_wrong_with_a_complaint_is_said_field_by_field(string field, string submissionId, string kind, string words, string? caseId)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Complaints, null, new FileComplaint(submissionId, kind, words, caseId));

        Assert.Equal([field], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    private static async Task<ComplaintReceipt> FileAsync(Office office, FileComplaint complaint)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Complaints, null, complaint);
        return await Office.ReadAsync<ComplaintReceipt>(answer);
    }

    private static async Task<ComplaintView> ShowAsync(Office office, ComplaintReceipt receipt)
    {
        using var answer = await AskAsync(office, receipt.ComplaintId, receipt.PickupCode);
        return await Office.ReadAsync<ComplaintView>(answer);
    }

    private static async Task<HttpResponseMessage> AskAsync(Office office, string complaintId, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Routes.Prefix}complaints/{complaintId}");
        request.Headers.Add(Headers.PickupCode, code);
        return await office.SendRawAsync(request);
    }
}
