using System.Collections.Immutable;
using System.Text.Json.Nodes;
using OneVisit.Conversation.Cards;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Tests;

/// <summary>The city's desk looks at the authority matrix of a point and changes it, with a reason.</summary>
public sealed class MatrixTests
{
    private static readonly AuthorityMatrixView Zhai = new(
        "township/370982103", "翟镇便民服务点",
        [
            new("D1.2", "最低生活保障", "chief-representative", "首席代表", 3600, new(2026, 1, 1), null, "370982103-01", "新泰市民政局", "in-force", "赵严", City.Now),
            new("D1.2", "最低生活保障", "deputy-representative", "副首席代表", null, new(2025, 1, 1), new(2025, 12, 31), "370982103-01", "新泰市民政局", "over", "赵严", City.Now),
        ],
        [], 3) { Items = [new("D1.2", "最低生活保障"), new("D8.1", "孤儿认定")] };

    private static readonly ImmutableArray<(string, string)> Line = [("matrixItem", "D8.1"), ("holder", "deputy-representative"), ("upTo", "2,000"), ("from", "2026-12-01"), ("to", "2027-11-30")];

    [Theory]
    [InlineData("授权")]
    [InlineData("授权矩阵")]
    [InlineData("authority matrix")]
    public void The_city_asks_for_the_matrices_and_chooses_a_point(string typed)
    {
        Assert.IsType<Effect.ListMatrices>(new StaffDesk().Next(new(), new Heard.Said(typed)).Effect);
        var asked = Answered(new Effect.ListMatrices(), new EffectResult.Matrices([Zhai, Zhai with { Point = "township/370982104", PointName = "泉沟镇便民服务点" }]));
        var pick = asked.Says.OfType<Say.Words>().Single().Choices[1].Value;

        Assert.Equal("370982104", Assert.IsType<Effect.ShowMatrix>(new StaffDesk().Next(new(), new Heard.Picked(pick)).Effect).Township);
    }

    [Fact]
    public void The_card_shows_what_is_in_force_and_folds_away_what_is_over()
    {
        var card = Card();

        Assert.Equal(["加一条授权", "停一条授权"], card["actions"]!.AsArray().Select(action => action!["title"]!.ToString()));
        Assert.Contains("不超过 3,600 元", card["body"]![1]!["text"]!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("副首席代表", card["body"]![1]!["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("D8.1 孤儿认定", card.ToJsonString(Wire.Json), StringComparison.Ordinal);
    }

    // Web Chat draws nothing of a card in which two elements have one id, not even of different forms.
    [Fact]
    public void Every_element_has_an_id_of_its_own_and_every_input_its_error()
    {
        var inputs = All(Card()).Where(node => node["id"] is not null && node["type"] is not null).ToArray();

        Assert.Equal(inputs.Length, inputs.Select(node => node["id"]!.ToString()).Distinct().Count());
        Assert.All(inputs.Where(node => node["type"]!.ToString().StartsWith("Input.", StringComparison.Ordinal)), input => Assert.False(string.IsNullOrEmpty(input["label"]?.ToString()) || string.IsNullOrEmpty(input["errorMessage"]?.ToString())));
    }

    [Fact]
    public void A_line_is_added_from_a_day_to_a_day_with_a_reason()
    {
        var change = Assert.IsType<Effect.ChangeMatrix>(Post(MatrixCard.Grant, [.. Line, ("matrixReason@matrix-grant", "年度授权调整")]).Effect);

        Assert.Equal(("370982103", "年度授权调整"), (change.Township, change.Wish.Reason));
        Assert.Equal(new("D8.1", "deputy-representative", 2000, new(2026, 12, 1), new(2027, 11, 30)), Assert.Single(change.Wish.Grants!));
    }

    [Fact]
    public void A_line_is_ended_on_a_day_with_a_reason()
    {
        var change = Assert.IsType<Effect.ChangeMatrix>(Post(MatrixCard.End, [("matrixLine", "D1.2|chief-representative"), ("lastDay", "2026-12-31"), ("matrixReason@matrix-end", "任期届满，不再续")]).Effect);

        Assert.Equal(new("D1.2", "chief-representative", new(2026, 12, 31)), Assert.Single(change.Wish.Ends!));
    }

    [Fact]
    public void Without_a_reason_an_item_or_a_sum_that_can_be_read_nothing_is_changed()
    {
        Assert.Null(Post(MatrixCard.Grant, Line).Effect);
        Assert.Null(Post(MatrixCard.Grant, [("holder", "deputy-representative"), ("matrixReason@matrix-grant", "年度授权调整")]).Effect);
        Assert.Null(Post(MatrixCard.Grant, [("matrixItem", "D8.1"), ("holder", "deputy-representative"), ("upTo", "很多"), ("matrixReason@matrix-grant", "年度授权调整")]).Effect);
        Assert.Null(Post(MatrixCard.End, [("matrixReason@matrix-end", "任期届满，不再续")]).Effect);
    }

    [Fact]
    public void Whoever_is_not_of_the_city_is_told_so() => Assert.Contains(
        "市民政局", Assert.Single(Answered(new Effect.ListMatrices(), new EffectResult.Failed(new Problem("about:blank", "", 403, Code: ProblemCodes.NotYours))).Says.OfType<Say.Words>()).Text, StringComparison.Ordinal);

    [Fact]
    public void What_was_changed_is_said_and_shown()
    {
        var says = Answered(new Effect.ChangeMatrix("370982103", new("年度授权调整")), new EffectResult.Matrix(Zhai)).Says;

        Assert.Contains("改好了", says.OfType<Say.Words>().Single().Text, StringComparison.Ordinal);
        Assert.Single(says.OfType<Say.Card>());
    }

    private static Step<StaffState> Answered(Effect effect, EffectResult result) => new StaffDesk().Next(new(), new Heard.EffectAnswered(effect, result));

    private static JsonNode Card() => Answered(new Effect.ShowMatrix("370982103"), new EffectResult.Matrix(Zhai)).Says.OfType<Say.Card>().Single().Content;

    private static Step<StaffState> Post(string act, ImmutableArray<(string Key, string Value)> inputs) => new StaffDesk().Next(
        new(), new Heard.Posted(inputs.Add(("act", act)).Add(("point", "370982103")).ToImmutableDictionary(pair => pair.Key, pair => pair.Value)));

    private static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject parts => parts.Where(part => part.Value is not null).SelectMany(part => All(part.Value!)).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(All),
        _ => [],
    };
}
