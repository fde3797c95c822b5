using System.Text;
using Kpr.Core.Identity;
using Kpr.Core.Persons;
using Kpr.Core.Tests.Claims;

namespace Kpr.Core.Tests.Persons;

public sealed class PersonMarksTests
{
    private static readonly byte[] Secret = new byte[32];

    [Fact]
    public void A_number_stands_under_every_type_it_can_have_and_without_key()
    {
        using var marks = new PersonMarks(Secret);
        using var keys = new PersonKeyDerivation(Secret);
        Assert.True(keys.TryDerive(IdentityType.BirthNumber, TestClaim.Man, out var key));

        var all = marks.AllOf($" {TestClaim.Man} ");
        Assert.Equal(3, all.Distinct().Count());
        Assert.Contains(key.ToString(), all);
        Assert.Contains(marks.Of(null, TestClaim.Man), all);
        Assert.Equal(key.ToString(), marks.Of(key.ToString(), TestClaim.Man));
        Assert.Equal(key, marks.KeyOf(TestClaim.Man));
        Assert.All(all, mark => Assert.DoesNotContain(TestClaim.Man, mark, StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_that_yields_no_key_has_one_mark_whatever_its_case()
    {
        using var marks = new PersonMarks(Secret);
        Assert.Equal(Assert.Single(marks.AllOf("px4471209")), marks.Of(null, "PX4471209"));
        Assert.StartsWith("N", marks.Of(null, "PX4471209"), StringComparison.Ordinal);
        Assert.Null(marks.KeyOf("PX4471209"));
        Assert.Null(marks.KeyOf("12345678901"));
        Assert.NotNull(marks.KeyOf(SyntheticIdentity.DufNumber(2019, 4) ?? SyntheticIdentity.DufNumber(2019, 5)!));
    }

    [Fact]
    public void Another_secret_gives_other_marks()
    {
        using var marks = new PersonMarks(Secret);
        using var others = new PersonMarks(Enumerable.Repeat((byte)1, 32).ToArray());
        Assert.Empty(marks.AllOf(TestClaim.Man).Intersect(others.AllOf(TestClaim.Man)));
    }

    [Theory]
    [InlineData("<a fid=\"17834200368\"/>")]
    [InlineData("fid=178342 00368 ")]
    [InlineData("178342-00368")]
    [InlineData("{\"id\":\"17834200368\"}")]
    [InlineData("x;17834200368;1")]
    [InlineData("17834200368")]
    public void A_number_is_traced_in_content_of_any_form_and_however_it_is_cut(string text)
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            var content = encoding.GetBytes(text);
            Assert.True(TracingStream.Finds(content, word => word == TestClaim.Man));
            for (var cut = 0; cut < content.Length; cut++)
            {
                using var trace = new TracingStream(word => word == TestClaim.Man);
                trace.Write(content.AsSpan(0, cut));
                trace.Write(content.AsSpan(cut));
                trace.Flush();
                Assert.True(trace.Found);
            }
        }
    }

    [Theory]
    [InlineData("117834200368")]
    [InlineData("178342  x  00368")]
    [InlineData("178342")]
    [InlineData("")]
    public void What_is_another_number_is_not_taken_for_it(string text) =>
        Assert.False(TracingStream.Finds(Encoding.UTF8.GetBytes(text), word => word == TestClaim.Man));
}
