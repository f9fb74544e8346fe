using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Understanding;

namespace OneVisit.Catalogue.Tests.Understanding;

/// <summary>How well people are understood, on what they said that the finder never learnt from.</summary>
public sealed class HeldBackTests
{
    private const double Wanted = 0.9;

    private static readonly (string Label, string Said)[] HeldBack = [.. Desk.Lines("held-back.txt")];

    [Fact]
    public void Nine_in_ten_are_understood_within_the_first_three()
    {
        var missed = HeldBack
            .Select(line => (line.Label, line.Said, Offered: Desk.Open.Find(line.Said).Ranked.Take(Understood.Offered).ToArray()))
            .Where(line => !line.Offered.Any(meaning => line.Label.Split(',').Contains(meaning.Code)))
            .Select(line => $"{line.Label}\t{line.Said}\t{string.Join(' ', line.Offered.Select(meaning => meaning.Code))}")
            .ToArray();

        var share = 1 - (double)missed.Length / HeldBack.Length;
        Assert.True(share >= Wanted, $"{share:P1} of {HeldBack.Length} understood; missed:{Environment.NewLine}{string.Join(Environment.NewLine, missed)}");
    }

    [Fact]
    public void What_it_says_it_is_sure_of_is_right_in_nine_of_ten()
    {
        var sure = HeldBack.Select(line => (line.Label, line.Said, Found: Desk.Open.Find(line.Said))).Where(line => line.Found.Sure).ToArray();

        var wrong = sure.Where(line => !line.Label.Split(',').Contains(line.Found.Best.Code)).ToArray();
        Assert.True(sure.Length > HeldBack.Length / 2, $"Sure of {sure.Length} only.");
        Assert.True(wrong.Length <= (1 - Wanted) * sure.Length, string.Join(Environment.NewLine, wrong.Select(line => $"{line.Label}\t{line.Said}\t{line.Found.Best}")));
    }

    [Fact]
    public void Every_meaning_is_examined_in_both_languages()
    {
        var labels = HeldBack.SelectMany(line => line.Label.Split(',')).Distinct().ToArray();

        Assert.Equal(40, labels.Count(label => !Meanings.All.Contains(label)));
        Assert.Empty(Meanings.All.Except(labels));
        Assert.True(HeldBack.Count(line => line.Said.All(char.IsAscii)) >= 20);
    }

    [Fact]
    public void Nothing_that_was_held_back_is_among_the_examples()
    {
        var examples = CatalogueFiles.BuiltIn()["understanding/utterances.yaml"].Split('\n').Select(line => line.Trim().TrimStart('-').Trim(' ', '"')).ToHashSet();

        Assert.DoesNotContain(HeldBack, line => examples.Contains(line.Said));
    }
}
