using System.Text;
using OneVisit.Domain.Documents;
using OneVisit.Support;

namespace OneVisit.Domain.Tests.Documents;

/// <summary>PDFs that do something, lock themselves, carry other files or blow up.</summary>
public sealed class PdfTests
{
    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", DocumentProblem.PdfProgram)]
    [InlineData("/OpenAction << /S /J#61vaScript /JS (x) >>", DocumentProblem.PdfProgram)]
    [InlineData("/OpenAction << /S /#4A#61#76#61#53#63#72#69#70#74 >>", DocumentProblem.PdfProgram)]
    [InlineData("/OpenAction<</S/Launch/F(calc.exe)>>", DocumentProblem.PdfProgram)]
    [InlineData("/AcroForm << /XFA 5 0 R >>", DocumentProblem.PdfProgram)]
    [InlineData("/AA << /O << /S /SubmitForm /F (https://elsewhere.example) >> >>", DocumentProblem.PdfProgram)]
    [InlineData("/OpenAction<</S/URI/URI(http://elsewhere.example/seen)>>", DocumentProblem.PdfProgram)]
    [InlineData("/OpenAction 17 0 R >> endobj 17 0 obj << /S /#55RI /URI (http://elsewhere.example/seen)", DocumentProblem.PdfProgram)]
    [InlineData("/AA 5 0 R", DocumentProblem.PdfProgram)]
    [InlineData("/AA<</O<</S/GoTo>>>>", DocumentProblem.PdfProgram)]
    [InlineData("/OpenAction<</S/Thread/F(elsewhere)>>", DocumentProblem.PdfProgram)]
    [InlineData("/Annots [<< /Subtype /Movie /Movie << /F (http://elsewhere.example/film) >> >>]", DocumentProblem.PdfProgram)]
    [InlineData("/Names << /EmbeddedFiles 5 0 R >>", DocumentProblem.PdfAttachment)]
    [InlineData("/Annots [<< /Subtype /RichMedia >>]", DocumentProblem.PdfAttachment)]
    [InlineData("/Encrypt 5 0 R", DocumentProblem.PdfLocked)]
    public void A_PDF_that_is_more_than_pages_is_refused(string entry, DocumentProblem problem) => Assert.Equal(problem, Kept.Refused(SampleFiles.Pdf(catalogue: entry + " ")));

    [Theory]
    [InlineData("/OpenAction [3 0 R /Fit]")]
    [InlineData("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>")]
    [InlineData("/OpenAction 3 0 R")]
    [InlineData("/EncryptMetadata false")]
    [InlineData("/Annots [<< /A << /S /URI /URI (https://www.mca.gov.cn) >> >>]")]
    [InlineData("/Title (JavaScript for beginners)")]
    public void A_PDF_that_only_shows_is_taken(string entry) => Kept.Of(SampleFiles.Pdf(catalogue: entry + " "), DocumentType.Pdf);

    [Fact]
    public void A_script_in_a_packed_list_of_objects_is_found() =>
        Assert.Equal(DocumentProblem.PdfProgram, Kept.Refused(SampleFiles.Pdf(objects: Stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", "5 0 << /S /JavaScript /JS (x) >>"))));

    [Fact]
    public void A_list_of_objects_that_does_not_say_so_is_looked_through_too() =>
        Assert.Equal(DocumentProblem.PdfProgram, Kept.Refused(SampleFiles.Pdf(objects: Stream("/Filter 9 0 R", "5 0 << /S /Java#53cript >>"))));

    [Fact]
    public void A_stream_hidden_in_what_looks_like_another_is_looked_through() => Assert.Equal(
        DocumentProblem.PdfProgram, Kept.Refused(SampleFiles.Pdf(objects: "4 0 obj (stream\n x) endobj\n" + Stream("/Type /ObjStm /Filter /FlateDecode", "5 0 << /S /JavaScript >>"))));

    [Theory]
    [InlineData("/Subtype /Image /F (//host/share/picture)")]
    [InlineData("/Subtype /Image /F << /F (http://elsewhere.example/picture) >>")]
    [InlineData("/Subtype /Image /FFilter /FlateDecode /F 9 0 R")]
    public void A_picture_that_lies_elsewhere_is_refused(string head) =>
        Assert.Equal(DocumentProblem.PdfProgram, Kept.Refused(SampleFiles.Pdf(objects: $"5 0 obj << {head} >> stream\nabcdef\nendstream endobj\n")));

    [Theory]
    [InlineData("/Type /ObjStm /Filter /ASCII85Decode")]
    [InlineData("/Type /ObjStm /Filter [/LZWDecode]")]
    [InlineData("/Filter [/FlateDecode /FlateDecode]")]
    public void What_is_packed_so_that_nobody_can_look_into_it_is_refused(string head) =>
        Assert.Equal(DocumentProblem.PdfTooComplex, Kept.Refused(SampleFiles.Pdf(objects: $"5 0 obj << {head} >> stream\nabcdef\nendstream endobj\n")));

    [Theory]
    [InlineData("/Type /ObjStm /N 1 /First 4 /X (endobj) /Filter /ASCIIHexDecode")]
    [InlineData("/Type /ObjStm /N 1 /First 4 /X % endobj\n /Filter /ASCIIHexDecode")]
    [InlineData("/Type /ObjStm /N 1 /First 4 endobj 6 0 obj << /Filter /ASCIIHexDecode")]
    [InlineData("/Filter /RL /X <endobj> /Type /Obj#53tm /N 1 /First 4")]
    [InlineData("/N 1 /First 4 /Filter /ASCIIHexDecode")]
    [InlineData("/Type 6 0 R /X (/ObjStm) /N 1 /Filter /ASCIIHexDecode")]
    public void A_list_of_objects_whose_description_can_be_read_in_two_ways_is_refused(string head) =>
        Assert.Equal(DocumentProblem.PdfTooComplex, Kept.Refused(SampleFiles.Pdf(objects: $"5 0 obj << {head} >> stream\n3520303c3c3e3e>\nendstream endobj\n")));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_list_of_objects_with_a_description_of_pages_is_refused(bool behind)
    {
        var (padding, list) = ("/X [" + new string(' ', 5000) + "]", "/Type /ObjStm /N 1 /First 4");
        var head = behind ? $"{list} {padding}" : $"{padding} {list}";
        Assert.Equal(DocumentProblem.PdfTooComplex, Kept.Refused(SampleFiles.Pdf(objects: $"5 0 obj << {head} /Filter /ASCIIHexDecode >> stream\n3520303c3c3e3e>\nendstream endobj\n")));
    }

    [Theory]
    [InlineData("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>")]
    [InlineData("/DecodeParms [<< /Pre#64ictor 2 >>] /Filter [/FlateDecode] /Type /ObjStm /N 1 /First 4")]
    [InlineData("/DecodeParms 9 0 R /Filter /FlateDecode /Type /ObjStm /N 1 /First 4")]
    public void A_list_of_objects_that_is_changed_after_unpacking_is_refused(string head) =>
        Assert.Equal(DocumentProblem.PdfTooComplex, Kept.Refused(SampleFiles.Pdf(objects: Stream(head, "\u00025 0 \u0002<< /\u0002S /J\u0002avaS\u0002crip\u0002t >>"))));

    [Theory]
    [InlineData("/N 1 /First 4 /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>")]
    [InlineData("/#4E 1 /Fir#73t 4 /Filter /FlateDecode /DecodeParms << /Predictor 2 /Columns 4 >>")]
    [InlineData("/N 1 /First 4 /X (endobj) /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>")]
    [InlineData("/N 1 /First 4 /X (\\) \\\\ (endobj)) % endobj >>\n /DecodeParms 9 0 R /Filter /FlateDecode")]
    [InlineData("/N 1 /First 4 /X <endobj> /F (elsewhere.bin) /Filter /FlateDecode")]
    public void A_list_that_calls_itself_nothing_and_is_changed_after_unpacking_is_refused(string head) =>
        Assert.Equal(DocumentProblem.PdfTooComplex, Kept.Refused(SampleFiles.Pdf(objects: Stream(head, "\u00025 0 \u0002<< /\u0002S /J\u0002avaS\u0002crip\u0002t >>"))));

    [Theory]
    [InlineData("/N 1 /X (endobj) /First 9 /Filter /FlateDecode")]
    [InlineData("/First 9 % endobj\n /N 1 /Filter 9 0 R")]
    [InlineData("/N 1 /First 9 /X (stream\n) /Filter /FlateDecode")]
    [InlineData("/N 1 /First 9 /X (6 0 obj << >> stream\n) /Filter /FlateDecode")]
    public void A_list_that_calls_itself_nothing_is_looked_through_wherever_its_description_seems_to_begin(string head) =>
        Assert.Equal(DocumentProblem.PdfProgram, Kept.Refused(SampleFiles.Pdf(objects: Stream(head, "null null << /S /JavaScript /JS (x) >>"))));

    [Fact]
    public void A_list_with_a_description_of_pages_that_calls_itself_nothing_is_looked_through() => Assert.Equal(
        DocumentProblem.PdfProgram, Kept.Refused(SampleFiles.Pdf(objects: Stream($"/N 1 /First 9 /X [{new string(' ', 9000)}] /Filter /FlateDecode", "null null << /S /JavaScript /JS (x) >>"))));

    [Fact]
    public void Objects_in_objects_without_end_are_refused() => Assert.Equal(
        DocumentProblem.PdfTooComplex, Kept.Refused(SampleFiles.Pdf(objects: string.Concat(Enumerable.Repeat("1 0 obj<<", 50_000)))));

    [Fact]
    public void Bookmarks_profiles_of_colour_and_pictures_that_are_predicted_are_taken() => Kept.Of(SampleFiles.Pdf(objects:
        "7 0 obj << /Type /Outlines /First 8 0 R /Last 8 0 R /Count 1 >> endobj\n8 0 obj << /AP << /N 9 0 R >> /T (a \\) endobj) >> endobj\n"
        + Stream("/N 3 /Alternate /DeviceRGB /Filter /FlateDecode", "a profile")
        + Stream("/Subtype /Image /Width 4 /Height 1 /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 3 /Columns 4 >>", "\u0002abcdabcdabcd")), DocumentType.Pdf);

    [Fact]
    public void What_scanners_write_is_taken() => Kept.Of(SampleFiles.Pdf(objects:
        Stream("/Type/ObjStm/N 1/First 4/Extends 3 0 R/Filter/FlateDecode/DecodeParms[null]/Length 30", "5 0 << /Type /Font >>").Replace("\n<< ", "<<", StringComparison.Ordinal)
        + Stream("/Type /XRef /W [1 2 1] /Index [0 2] /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >> /ID [<00><00>]", "\u0002\u0001\u0000\u0010\u0000\u0002\u0000\u0000\u0001\u0000")
        + "6 0 obj << /Subtype /Image /Width 20 /Height 20 /Filter /DCTDecode >> stream\nabc\nendstream endobj\n"), DocumentType.Pdf);

    [Fact]
    public void A_PDF_that_unpacks_to_gigabytes_is_refused()
    {
        var bomb = Encoding.Latin1.GetString(SampleFiles.Packed(new byte[40 * 1024 * 1024]));
        var objects = string.Concat(Enumerable.Range(5, 20).Select(number => $"{number} 0 obj << /Filter /FlateDecode >> stream\n{bomb}\nendstream endobj\n"));
        Assert.Equal(DocumentProblem.PdfTooComplex, Kept.Refused(SampleFiles.Pdf(objects: objects)));
    }

    [Fact]
    public void A_PDF_of_a_hundred_thousand_streams_is_refused() => Assert.Equal(
        DocumentProblem.PdfTooComplex, Kept.Refused(SampleFiles.Pdf(objects: string.Concat(Enumerable.Repeat("stream\nx\u0001", 100_000)))));

    [Fact]
    public void A_picture_in_a_PDF_is_measured_like_one_by_itself() => Assert.Equal(
        DocumentProblem.TooManyPixels, Kept.Refused(SampleFiles.Pdf(objects: "5 0 obj << /Subtype /Image /Width 29000 /Height 29000 /Filter /JBIG2Decode >> stream\nx\nendstream endobj\n")));

    [Fact]
    public void Ordinary_packed_pages_are_taken() =>
        Kept.Of(SampleFiles.Pdf(objects: Stream("/Filter /FlateDecode", "BT /F1 12 Tf (hello) Tj ET") + Stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", "5 0 << /Type /Font >>")));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("PK\u0003\u0004 a program")]
    public void What_hangs_behind_a_PDF_is_cut_off(string behind) => Assert.Equal(SampleFiles.Pdf(), Kept.Of([.. SampleFiles.Pdf(), .. Encoding.Latin1.GetBytes(behind)]));

    [Fact]
    public void A_PDF_that_is_an_archive_too_is_refused() => Assert.Equal(DocumentProblem.TwoInOne, Kept.Refused(SampleFiles.Pdf(objects: "% PK\u0005\u0006\0\0\0\0\n")));

    [Fact]
    public void A_PDF_that_was_broken_off_is_called_so() => Assert.Equal(DocumentProblem.Incomplete, Kept.Refused(SampleFiles.Pdf()[..200]));

    private static string Stream(string head, string clear) =>
        $"5 0 obj\n<< {head} >>\nstream\n{Encoding.Latin1.GetString(SampleFiles.Packed(Encoding.Latin1.GetBytes(clear)))}\nendstream\nendobj\n";
}
