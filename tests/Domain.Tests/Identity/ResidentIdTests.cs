using CsCheck;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Tests.Identity;

public sealed class ResidentIdTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("370982197001010016")]
    [InlineData("370982194503070023")]
    [InlineData("37098219880808888X")]
    [InlineData("37098219880808888x")]
    [InlineData(" 370982 19700101 0016 ")]
    [InlineData("３７０９８２１９７００１０１００１６")]
    [InlineData("370982\u200B197001010016")]
    public void A_number_is_read_as_people_type_it(string typed) => Assert.IsType<IdReading.Valid>(ResidentId.Read(typed, Today));

    [Theory]
    [InlineData(null, IdProblem.Empty)]
    [InlineData(" \u3000", IdProblem.Empty)]
    [InlineData("370982700101001", IdProblem.WrongLength)] // the fifteen digits of before 1999
    [InlineData("不清楚", IdProblem.WrongLength)]
    [InlineData("3709821970010100166", IdProblem.WrongLength)]
    [InlineData("37098219700101O016", IdProblem.WrongCharacter)] // letter O for zero
    [InlineData("37098219700101001Y", IdProblem.WrongCharacter)]
    [InlineData("3709821970010X0016", IdProblem.WrongCharacter)]
    [InlineData("370982197002300016", IdProblem.ImpossibleDate)]
    [InlineData("370982197013010016", IdProblem.ImpossibleDate)]
    [InlineData("370982189901010016", IdProblem.ImpossibleDate)]
    [InlineData("370982202702290016", IdProblem.ImpossibleDate)] // 2027 is no leap year: the date counts before the future
    [InlineData("370982202611250016", IdProblem.FutureBirth)]
    [InlineData("370982197001010017", IdProblem.WrongCheckDigit)]
    [InlineData("370982197001010061", IdProblem.WrongCheckDigit)] // two digits swapped
    public void A_problem_is_told_apart(string? typed, IdProblem problem) =>
        Assert.Equal(new IdReading.Invalid(problem), ResidentId.Read(typed, Today));

    [Fact]
    public void A_child_born_today_has_a_number()
    {
        const string seventeen = "37098220261124001";
        Assert.IsType<IdReading.Valid>(ResidentId.Read(seventeen + IdNumber.CheckCharacterOf(seventeen), Today));
    }

    [Fact]
    public void The_birthday_is_read_from_the_number() => Assert.Equal(new DateOnly(1945, 3, 7), Id("370982194503070023").BornOn);

    [Fact]
    public void It_prints_masked() => Assert.Equal("370982********0016", $"{Id("370982197001010016")}");

    [Fact]
    public void It_is_revealed_in_its_plain_form() => Assert.Equal("37098219880808888X", Id("３7098219880808888ｘ").Reveal());

    [Fact]
    public void One_wrong_digit_is_always_caught() =>
        Gen.Select(Gen.Int[0, 16], Gen.Int[1, 9]).Sample((at, by) =>
        {
            var digits = "370982197001010016".ToCharArray();
            digits[at] = (char)('0' + (digits[at] - '0' + by) % 10);
            return ResidentId.Read(new string(digits), Today) is IdReading.Invalid;
        });

    [Fact]
    public void Any_text_gets_an_answer() => Gen.String.Sample(text => ResidentId.Read(text, Today) is not null);

    private static ResidentId Id(string number) => ((IdReading.Valid)ResidentId.Read(number, Today)).Id;
}
