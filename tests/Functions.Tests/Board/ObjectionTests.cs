using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Board;

public sealed class ObjectionTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Task1 = "answer-objection-r1";
    // Both officers of the township surveyed: the city answers.
    private const string Answering = Town.OtherOfficer;
    private const string SecondOfficer = Town.Second;
    private static readonly TaskOutcome Unfounded = new(MatterActNames.Answered, Words: "又去看过，情况属实", Finding: "unfounded");
    private static readonly TaskOutcome Upheld = Unfounded with { Finding = "upheld", Words = "他家还有一处出租房" };

    [Fact]
    public async Task Anybody_objects_without_a_name_and_fetches_the_answer_with_the_code()
    {
        await using var office = await Office.OpenAsync(azurite);
        await NoticeTests.HangingAsync(office);

        var receipt = await ObjectAsync(office, await ObjectionAsync(office));
        var open = await ShowAsync(office, receipt);
        await AnswerAsync(office, receipt, Answering, Unfounded);
        var answered = await ShowAsync(office, receipt);

        // Five working days from Tuesday 24 November.
        Assert.Equal(("open", new DateOnly(2026, 12, 1)), (open.Status, open.AnswerBy));
        Assert.Equal(("answered", "unfounded", "又去看过，情况属实"), (answered.Status, answered.Finding, answered.Answer));
    }

    [Fact]
    public async Task Until_it_is_answered_nobody_decides_and_then_the_case_goes_on()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await NoticeTests.HangingAsync(office);
        var receipt = await ObjectAsync(office, await ObjectionAsync(office));

        await office.MoveToAsync(Office.Morning.AddDays(8));
        var before = await journey.DeskOfAsync(Town.Chief);
        await AnswerAsync(office, receipt, Answering, Unfounded);

        Assert.Empty(before);
        Assert.Equal(["decide-r1"], await journey.DeskOfAsync(Town.Chief));
        Assert.Contains("objected", (await journey.TaskAsync("decide-r1", Town.Chief)).Unusual);
    }

    [Fact]
    public async Task When_it_is_right_the_notice_is_gone_at_once_and_the_household_is_surveyed_anew()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await NoticeTests.HangingAsync(office);
        var receipt = await ObjectAsync(office, await ObjectionAsync(office));

        await AnswerAsync(office, receipt, Answering, Upheld);
        var board = await NoticeTests.BoardOf(office, Town.Village);
        var survey = await journey.TaskAsync("survey-r2", Town.Officer);

        Assert.Empty(board.Notices);
        Assert.Contains("objected", survey.Unusual);
    }

    [Fact]
    public async Task The_household_is_told_that_somebody_objected_and_what_came_of_it_but_not_who()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await NoticeTests.HangingAsync(office);
        var receipt = await ObjectAsync(office, await ObjectionAsync(office) with { Name = "刘大嘴", Phone = "13900001111" });
        await AnswerAsync(office, receipt, Answering, Upheld);

        var told = (await journey.NoticesAsync()).Where(notice => notice.To == Town.Resident).ToArray();
        var view = await journey.SeeAsync();

        Assert.Single(told, notice => notice.Kind == NoticeKinds.ObjectionRaised);
        Assert.Equal(("upheld", "yes"), Assert.Single(told, notice => notice.Kind == NoticeKinds.ObjectionAnswered) is { } answer ? (answer.Data["finding"], answer.Data["again"]) : default);
        var everything = System.Text.Json.JsonSerializer.Serialize(told) + System.Text.Json.JsonSerializer.Serialize(view, Wire.Json);
        Assert.DoesNotContain("刘大嘴", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("13900001111", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("他家还有", everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_surveyed_neither_sees_nor_answers_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await NoticeTests.HangingAsync(office);
        var receipt = await ObjectAsync(office, await ObjectionAsync(office) with { Name = "刘大嘴" });

        using var seen = await office.SendAsync(HttpMethod.Get, $"cases/{receipt.ObjectionId}/tasks/{Task1}", Town.Officer);
        using var cosigner = await office.SendAsync(HttpMethod.Get, $"cases/{receipt.ObjectionId}/tasks/{Task1}", SecondOfficer);
        using var foreign = await office.SendAsync(HttpMethod.Get, $"cases/{receipt.ObjectionId}/tasks/{Task1}", Town.ForeignOfficer);
        using var tried = await office.SendAsync(HttpMethod.Post, $"cases/{receipt.ObjectionId}/tasks/{Task1}/outcome", Town.Officer, Unfounded);
        var task = await office.GetAsync<TaskView>($"cases/{receipt.ObjectionId}/tasks/{Task1}", Answering);

        Assert.Equal((403, 403, 403, 403), ((int)seen.StatusCode, (int)cosigner.StatusCode, (int)foreign.StatusCode, (int)tried.StatusCode));
        Assert.Empty(await journey.DeskOfAsync(Town.Officer));
        Assert.Equal([Task1], await journey.DeskOfAsync(Answering));
        Assert.Equal("他家在县城还有房子出租\n刘大嘴", task.Story);
        Assert.DoesNotContain(office.Logs.Lines, line => line.Contains("刘大嘴", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_objection_sent_twice_is_one_even_after_the_end_of_the_notice()
    {
        await using var office = await Office.OpenAsync(azurite);
        await NoticeTests.HangingAsync(office);
        var objection = await ObjectionAsync(office);

        var first = await ObjectAsync(office, objection);
        var again = await ObjectAsync(office, objection);
        using var another = await office.SendAsync(HttpMethod.Post, Routes.Objections, null, objection with { Words = "其实是另一件事情" });
        office.Clock.MoveTo(Office.Morning.AddDays(9));
        // Whoever lost the answer asks once more, on another day.
        var late = await office.SendAsync(HttpMethod.Post, Routes.Objections, null, objection);

        Assert.Equal((first.ObjectionId, first.PickupCode), (again.ObjectionId, again.PickupCode));
        Assert.Equal(ProblemCodes.SameSubmissionOtherContent, (await Office.ProblemAsync(another)).Code);
        Assert.Equal(first.ObjectionId, (await Office.ReadAsync<ObjectionReceipt>(late)).ObjectionId);
    }

    [Fact]
    public async Task After_the_end_one_can_complain_but_not_object()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await NoticeTests.HangingAsync(office);
        var objection = await ObjectionAsync(office);

        office.Clock.MoveTo(new DateTimeOffset(2026, 12, 1, 16, 0, 0, TimeSpan.Zero));
        using var late = await office.SendAsync(HttpMethod.Post, Routes.Objections, null, objection);

        Assert.Equal((409, ProblemCodes.NoticeOver), ((int)late.StatusCode, (await Office.ProblemAsync(late)).Code));
        Assert.DoesNotContain((await journey.SeeAsync()).Timeline, entry => entry.Kind == "objection-raised");
    }

    [Theory]
    [InlineData("submissionId", "short", "GS", "说得够长了吧", null)]
    [InlineData("words", "0123456789abcdef", "GS", "  短 ", null)]
    [InlineData("notice", "0123456789abcdef", "GS261124-ZZZZZZ", "说得够长了吧", null)]
    [InlineData("notice", "0123456789abcdef", "XT261124-ZZZZZZ", "说得够长了吧", null)]
    [InlineData("phone", "0123456789abcdef", "GS", "说得够长了吧", "138138138138138138138138138138138138138138138138138138")]
    public async Task What_is_wrong_with_an_objection_is_said_field_by_field(string field, string submissionId, string notice, string words, string? phone)
    {
        await using var office = await Office.OpenAsync(azurite);
        await NoticeTests.HangingAsync(office);
        var number = notice == "GS" ? (await ObjectionAsync(office)).Notice : notice;

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Objections, null, new RaiseObjection(submissionId, number, words, null, phone));

        Assert.Equal([field], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    [Theory]
    [InlineData("WRONGCODE1")]
    [InlineData("")]
    public async Task Without_its_code_an_objection_does_not_exist(string code)
    {
        await using var office = await Office.OpenAsync(azurite);
        await NoticeTests.HangingAsync(office);
        var receipt = await ObjectAsync(office, await ObjectionAsync(office));

        using var answer = await AskAsync(office, receipt.ObjectionId, code);

        Assert.Equal(404, (int)answer.StatusCode);
    }

    internal static async Task<RaiseObjection> ObjectionAsync(Office office) => new(
        Guid.NewGuid().ToString(), (await NoticeTests.BoardOf(office, Town.Village)).Notices[0].Number, "他家在县城还有房子出租");

    internal static async Task<ObjectionReceipt> ObjectAsync(Office office, RaiseObjection objection)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Objections, null, objection);
        var receipt = await Office.ReadAsync<ObjectionReceipt>(answer);
        await office.SettleAsync();
        return receipt;
    }

    internal static async Task AnswerAsync(Office office, ObjectionReceipt receipt, string who, TaskOutcome outcome)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, $"cases/{receipt.ObjectionId}/tasks/{Task1}/outcome", who, outcome);
        await Office.ReadAsync<TaskView>(answer);
        await office.SettleAsync();
    }

    private static async Task<ObjectionView> ShowAsync(Office office, ObjectionReceipt receipt)
    {
        using var answer = await AskAsync(office, receipt.ObjectionId, receipt.PickupCode);
        return await Office.ReadAsync<ObjectionView>(answer);
    }

    private static Task<HttpResponseMessage> AskAsync(Office office, string objectionId, string code)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{Routes.Prefix}objections/{objectionId}");
        request.Headers.Add(Headers.PickupCode, code);
        return office.SendRawAsync(request);
    }
}
