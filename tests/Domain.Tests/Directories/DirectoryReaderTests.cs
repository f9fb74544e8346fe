using OneVisit.Domain.Directories;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Directories;

/// <summary>What is read from the tables of a directory, and everything for which it is not taken.</summary>
public sealed class DirectoryReaderTests
{
    [Fact]
    public void What_a_clerk_wrote_is_the_directory()
    {
        var edition = new SmallDirectory().Edition();

        Assert.Equal(("史家庄村", "史庄 老史家", "370982103201"), (edition.Villages[0].Name.Zh, string.Join(' ', edition.Villages[0].OtherNames), edition.Villages[1].Into));
        Assert.Equal((GridKind.Rural, 180, "关帝庙 小学"), (edition.Grids[0].Kind, edition.Grids[0].Households, string.Join(' ', edition.Grids[0].Landmarks)));
        Assert.Equal(["g-001", "shi-agent", "zhai-chief", "zhai-deputy"], edition.People.Select(person => person.Id));
        Assert.Equal([(Role.DeputyRepresentative, "township/370982103"), (Role.ChiefRepresentative, "township/370982103")], edition.People[3].Posts.Select(post => (post.Role, post.Office)));
        Assert.Equal(new Training("low-income-decisions", new(2025, 3, 1), new(2027, 2, 28)), edition.People[2].Trainings.Single());
        Assert.Equal("ZR-2026-03", edition.Points[0].Agreement);
    }

    [Fact]
    public void An_ID_number_is_kept_as_a_hash_only()
    {
        var edition = new SmallDirectory().Edition();

        Assert.Equal(43, edition.People[1].IdHash!.Length);
        Assert.DoesNotContain(SmallDirectory.Number, System.Text.Encoding.UTF8.GetString(EditionBytes.Of(edition)));
    }

    [Fact]
    public void An_empty_ID_number_keeps_what_is_known_of_that_person()
    {
        var before = new SmallDirectory().Edition();

        Assert.Equal(before.People[1].IdHash, new SmallDirectory().With("people", 2, "身份证号", "").Edition(before).People[1].IdHash);
    }

    [Fact]
    public void An_empty_account_is_none() =>
        Assert.Null(new SmallDirectory().With("people", 2, "统一认证账号", "").Edition(new SmallDirectory().Edition()).People[1].Account);

    [Fact]
    public void A_file_without_the_column_of_accounts_takes_none_away() =>
        Assert.Equal(Guid.Parse(SmallDirectory.Account), new SmallDirectory().Drop("people", "统一认证账号").Edition(new SmallDirectory().Edition()).People[1].Account);

    [Fact]
    public void English_headings_names_and_words_are_read_as_well() => Assert.Equal(
        EditionBytes.Id(EditionBytes.Of(new SmallDirectory().Edition())),
        EditionBytes.Id(EditionBytes.Of(new SmallDirectory().Call("grids", "grids").With("grids", 2, "类型", "rural").Head("grids", "类型", "KIND").Head("grids", "户数", "Households")
            .With("posts", 3, "岗位", "Chief Representative").With("posts", 2, "岗位", "village-agent").Head("posts", "岗位", "Post").With("duties", 2, "职责", "Grid manager").Edition())));

    [Fact]
    public void Full_width_digits_and_blanks_round_a_cell_are_no_mistake() => Assert.Equal(
        EditionBytes.Id(EditionBytes.Of(new SmallDirectory().Edition())),
        EditionBytes.Id(EditionBytes.Of(new SmallDirectory().With("villages", 2, "村居代码", "　３７０９８２１０３２０１ ").With("villages", 2, "名称", " 史家庄村\u200B").With("grids", 2, "地标", "关帝庙，小学").With("people", 2, "工号", "SHI-agent").Edition())));

    [Fact]
    public void The_order_of_the_rows_makes_no_other_edition()
    {
        var edition = new SmallDirectory().Edition();
        var turned = edition with { Villages = [.. edition.Villages.Reverse()], People = [.. edition.People.Reverse().Select(person => person with { Posts = [.. person.Posts.Reverse()] })] };

        Assert.Equal(EditionBytes.Of(edition), EditionBytes.Of(turned));
    }

    [Fact]
    public void A_sheet_that_is_not_handed_in_stays_as_it_was()
    {
        var before = new SmallDirectory().Edition();
        var reading = Assert.IsType<DirectoryReading.Good>(new SmallDirectory().With("people", 3, "姓名", "王立新二").Without("villages", "grids", "posts", "duties", "trainings", "points").Read(before));

        Assert.Equal(("王立新二", 2, 2), (reading.Edition.People[2].Name, reading.Edition.Villages.Length, reading.Edition.People[3].Posts.Length));
        Assert.Equal(["villages", "grids", "posts", "duties", "trainings", "points"], reading.Kept.Select(sheet => sheet.Key));
    }

    [Fact]
    public void The_first_directory_has_every_sheet() => Assert.Equal(["培训 0  MissingSheet Trainings"], new SmallDirectory().Without("trainings").Faults());

    [Fact]
    public void A_file_without_any_sheet_of_a_directory_is_none() =>
        Assert.IsType<DirectoryReading.Faulty>(DirectoryReader.Read(new([]), new SmallDirectory().Edition(), SmallDirectory.Places, SmallDirectory.Lookup, SmallDirectory.Today));

    [Theory]
    [InlineData("villages", 2, "村居代码", "37098210320", "村居 2 村居代码 NotACode 37098210320")]
    [InlineData("villages", 3, "村居代码", "370982108202", "村居 3 村居代码 UnknownReference 370982108")]
    [InlineData("villages", 2, "名称", "", "村居 2 名称 Required")]
    [InlineData("villages", 2, "起始日", "2026/1/1", "村居 2 起始日 NotADay 2026/1/1")]
    [InlineData("villages", 2, "起始日", "0026-01-01", "村居 2 起始日 NotADay 0026-01-01")]
    [InlineData("villages", 3, "截止日", "", "村居 3 截止日 Required")]
    [InlineData("villages", 3, "并入", "370982103209", "村居 3 并入 UnknownReference 370982103209")]
    [InlineData("villages", 3, "并入", "370982103202", "村居 3 并入 UnknownReference 370982103202")]
    [InlineData("grids", 2, "类型", "山区", "网格 2 类型 UnknownWord 山区 城市 / Urban, 农村 / Rural")]
    [InlineData("grids", 2, "户数", "一百", "网格 2 户数 NotANumber 一百")]
    [InlineData("grids", 2, "户数", "-1", "网格 2 户数 NotANumber -1")]
    [InlineData("grids", 3, "截止日", "", "网格 3 网格代码 OutsideItsDays 370982103202 2020-01-01 – 2026-12-31")]
    [InlineData("people", 2, "身份证号", "370982197001010017", "人员 2 身份证号 NotAnIdNumber")]
    [InlineData("people", 3, "身份证号", SmallDirectory.Number, "人员 3 身份证号 SamePerson shi-agent 2")]
    [InlineData("people", 3, "统一认证账号", "wang.lixin@city.example", "人员 3 统一认证账号 NotAnAccount wang.lixin@city.example")]
    [InlineData("people", 3, "统一认证账号", "00000000-0000-0000-0000-000000000000", "人员 3 统一认证账号 NotAnAccount")]
    [InlineData("people", 3, "统一认证账号", "5B0F3A52-8C1D-4E7E-9A44-0C6A1F2E3D10", "人员 3 统一认证账号 SameAccount shi-agent 2")]
    [InlineData("people", 5, "工号", "于 洪", "人员 5 工号 NotACode 于 洪")]
    [InlineData("posts", 2, "岗位", "村长", "岗位 2 岗位 UnknownWord")]
    [InlineData("posts", 2, "单位代码", "370982103299", "岗位 2 单位代码 UnknownReference 370982103299")]
    [InlineData("posts", 2, "单位代码", "370982103", "岗位 2 单位代码 WrongLevel 370982103")]
    [InlineData("posts", 2, "单位代码", "city/370982103201", "岗位 2 单位代码 NotACode city/370982103201")]
    [InlineData("posts", 3, "单位代码", "370982108", "岗位 3 单位代码 UnknownReference 370982108")]
    [InlineData("posts", 2, "起始日", "2019-12-31", "岗位 2 单位代码 OutsideItsDays 370982103201 2020-01-01 –")]
    [InlineData("posts", 2, "工号", "nobody", "岗位 2 工号 UnknownReference nobody")]
    [InlineData("posts", 3, "截止日", "2027-01-01", "岗位 5 岗位 Overlap 3")]
    [InlineData("posts", 3, "截止日", "2019-01-01", "岗位 3 截止日 WrongPeriod")]
    [InlineData("duties", 2, "网格代码", "370982103201009", "网格职责 2 网格代码 UnknownReference 370982103201009")]
    [InlineData("trainings", 2, "有效至", "2025-02-28", "培训 2 有效至 WrongPeriod")]
    [InlineData("points", 2, "签订日", "", "服务点 2 签订日 Required")]
    [InlineData("points", 2, "乡镇代码", "370982199", "服务点 2 乡镇代码 UnknownReference 370982199")]
    public void A_mistake_is_told_where_it_stands(string sheet, int row, string heading, string cell, string fault) =>
        Assert.StartsWith(fault, new SmallDirectory().With(sheet, row, heading, cell).Faults()[0], StringComparison.Ordinal);

    [Fact]
    public void A_village_that_was_there_is_never_simply_gone()
    {
        var before = new SmallDirectory().Add("villages", "370982103209", "下庄村", "Xiazhuang Village", "", "2021-01-01", "", "").Edition();

        Assert.Equal(["村居 0  VillageGone 370982103209 下庄村"], new SmallDirectory().Faults(before));
    }

    [Fact]
    public void A_village_goes_into_one_that_goes_on() => Assert.Contains(
        "村居 3 并入 OutsideItsDays 370982103201 2020-01-01 – 2026-12-31", new SmallDirectory().With("villages", 2, "截止日", "2026-12-31").Faults());

    [Fact]
    public void The_row_that_had_the_key_first_is_named() => Assert.Equal(
        ["网格 4 网格代码 Duplicate 2"], new SmallDirectory().Add("grids", "370982103201001", "又一网格", "Again", "农村", "1", "", "2020-01-01", "").Faults());

    [Fact]
    public void A_post_that_was_copied_twice_is_one_too_many() => Assert.Equal(
        ["岗位 6 岗位 Duplicate 2"], new SmallDirectory().Add("posts", "shi-agent", "村级代办员", "370982103201", "2020-01-01", "").Faults());

    [Fact]
    public void One_person_is_not_twice_in_a_post_on_a_day() => Assert.Equal(
        ["岗位 6 岗位 Overlap 2"], new SmallDirectory().Add("posts", "shi-agent", "村级代办员", "370982103201", "2024-01-01", "").Faults());

    [Fact]
    public void A_grid_has_one_manager_on_a_day() => Assert.Equal(
        ["网格职责 4 网格代码 Overlap 2"], new SmallDirectory().Add("duties", "shi-agent", "网格长", "370982103201001", "2024-01-01", "").Faults());

    [Fact]
    public void One_manager_after_the_other_is_no_mistake() => Assert.Equal(
        3, new SmallDirectory().With("duties", 2, "截止日", "2023-12-31").Add("duties", "shi-agent", "网格长", "370982103201001", "2024-01-01", "").Edition().People.Sum(person => person.Duties.Length));

    [Fact]
    public void A_point_has_one_seal_on_a_day() => Assert.Equal(
        ["服务点 3 乡镇代码 Overlap 2"], new SmallDirectory().Add("points", "370982103", "370982103-02", "", "", "", "2026-01-01", "").Faults());

    [Fact]
    public void A_person_may_hold_several_posts() => Assert.Equal(
        2, new SmallDirectory().Add("posts", "shi-agent", "乡镇代办员", "370982103", "2020-01-01", "").Edition().People[1].Posts.Length);

    [Fact]
    public void A_village_of_the_catalogue_needs_no_row() => Assert.Equal(
        3, new SmallDirectory().Add("grids", "370982103205001", "后羊村第一网格", "Houyang Grid 1", "农村", "100", "", "2020-01-01", "").Edition().Grids.Length);

    [Fact]
    public void All_mistakes_are_told_at_once_in_order_of_the_file() => Assert.Equal(
        ["村居 2 名称 Required", "网格 3 户数 NotANumber 多", "人员 2 身份证号 NotAnIdNumber", "培训 2 合格日 NotADay 去年"],
        new SmallDirectory().With("trainings", 2, "合格日", "去年").With("people", 2, "身份证号", "1").With("grids", 3, "户数", "多").With("villages", 2, "名称", " ").Faults());

    [Fact]
    public void A_row_with_a_mistake_makes_none_of_those_that_refer_to_it() =>
        Assert.Equal(["村居 2 英文名 Required"], new SmallDirectory().With("villages", 2, "英文名", "").Faults());

    [Fact]
    public void A_column_that_is_missing_is_told_once_and_not_for_every_row() =>
        Assert.Equal(["人员 0 工号 MissingColumn Staff number", "人员 0 编号 UnknownColumn"], new SmallDirectory().Head("people", "工号", "编号").Faults().Order(StringComparer.Ordinal));

    [Fact]
    public void A_column_that_stands_there_twice_is_told() =>
        Assert.Equal(["网格 0 Landmarks TwiceTheColumn"], new SmallDirectory().Head("grids", "截止日", "Landmarks").With("grids", 3, "Landmarks", "").Faults().Where(fault => fault.Contains("Twice", StringComparison.Ordinal)));

    [Fact]
    public void A_sheet_with_another_name_is_told() => Assert.Equal(["人员 0  MissingSheet People", "名单 0  UnknownSheet"], new SmallDirectory().Call("people", "名单").Faults());

    [Fact]
    public void What_stands_beside_the_table_is_not_lost_silently() =>
        Assert.Equal(["人员 6  UnknownColumn"], new SmallDirectory().Add("people", "x-1", "张三丰", "", "", "备注").Faults());

    [Fact]
    public void A_report_never_repeats_an_ID_number() =>
        Assert.DoesNotContain(SmallDirectory.Number, string.Join(' ', new SmallDirectory().With("people", 2, "工号", SmallDirectory.Number + "!").With("posts", 2, "单位代码", SmallDirectory.Number).With("grids", 2, "类型", SmallDirectory.Number).Faults()));

    [Fact]
    public void Of_very_many_mistakes_the_rest_is_counted()
    {
        var directory = new SmallDirectory();
        foreach (var number in Enumerable.Range(0, 2_500)) directory.Add("people", $"p-{number}", "", "");

        var faulty = Assert.IsType<DirectoryReading.Faulty>(directory.Read());
        Assert.Equal((2_000, 500), (faulty.Faults.Length, faulty.More));
    }
}
