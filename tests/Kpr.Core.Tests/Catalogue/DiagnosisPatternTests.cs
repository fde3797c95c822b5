using Kpr.Core.Catalogue;

namespace Kpr.Core.Tests.Catalogue;

public sealed class DiagnosisPatternTests
{
    [Theory]
    [InlineData("A01", Icpc2CodeKind.Symptom)]
    [InlineData("Z29", Icpc2CodeKind.Symptom)]
    [InlineData("A30", Icpc2CodeKind.Process)]
    [InlineData("A69", Icpc2CodeKind.Process)]
    [InlineData("-30", Icpc2CodeKind.Process)]
    [InlineData("-69", Icpc2CodeKind.Process)]
    [InlineData("P70", Icpc2CodeKind.Diagnosis)]
    [InlineData("Y99", Icpc2CodeKind.Diagnosis)]
    [InlineData("-29", Icpc2CodeKind.None)]
    [InlineData("-70", Icpc2CodeKind.None)]
    [InlineData("A00", Icpc2CodeKind.None)]
    [InlineData("C01", Icpc2CodeKind.None)]
    [InlineData("a01", Icpc2CodeKind.None)]
    [InlineData("A1", Icpc2CodeKind.None)]
    [InlineData("A011", Icpc2CodeKind.None)]
    [InlineData("S422", Icpc2CodeKind.None)]
    [InlineData("A 1", Icpc2CodeKind.None)]
    [InlineData("Å01", Icpc2CodeKind.None)]
    [InlineData("ａ01", Icpc2CodeKind.None)]
    [InlineData("", Icpc2CodeKind.None)]
    public void Icpc2_code_is_a_chapter_and_a_number_in_its_ranges(string code, Icpc2CodeKind kind)
    {
        Assert.Equal(kind, Icpc2Structure.KindOf(code));
        Assert.Equal(kind != Icpc2CodeKind.None, Icpc2Structure.IsCode(code));
    }

    [Fact]
    public void Icpc2_has_seventeen_chapters()
    {
        var chapters = Enumerable.Range(0, 128).Select(c => (char)c).Where(c => Icpc2Structure.KindOf($"{c}70") == Icpc2CodeKind.Diagnosis);

        Assert.Equal("ABDFHKLNPRSTUWXYZ", string.Concat(chapters));
    }

    [Theory]
    [InlineData("A010001", true)]
    [InlineData("A01.0001", true)]
    [InlineData("-300001", true)]
    [InlineData("P74ABCD", true)]
    [InlineData("A01", false)]
    [InlineData("A01.001", false)]
    [InlineData("A01001", false)]
    [InlineData("A0100012", false)]
    [InlineData("A01.00012", false)]
    [InlineData("A01-0001", false)]
    [InlineData("C010001", false)]
    public void Icpc2b_code_has_a_suffix_of_four(string code, bool expected) => Assert.Equal(expected, Icpc2Structure.IsCode2B(code));

    [Theory]
    [InlineData("S42", true)]
    [InlineData("S422", true)]
    [InlineData("S42.2", true)]
    [InlineData("Z76.80", true)]
    [InlineData("A27", true)]
    [InlineData("F32012", true)]
    [InlineData("F320123", false)]
    [InlineData("F32.0123", false)]
    [InlineData("F32.", false)]
    [InlineData("F3", false)]
    [InlineData("F3.2", false)]
    [InlineData("F32.0.1", false)]
    [InlineData("f32", false)]
    [InlineData("-30", false)]
    [InlineData("F32 0", false)]
    [InlineData("", false)]
    public void Icd10_code_is_a_letter_two_digits_and_up_to_three_more(string code, bool expected) =>
        Assert.Equal(expected, Icd10Pattern.IsCode(code));
}
